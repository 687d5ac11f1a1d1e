package org.relunet.common.claim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Another process that holds an owned directory, or a claim, until it is killed. */
final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final String answer;

  private OtherProcess(Process process, String answer) {
    this.process = process;
    this.answer = answer;
  }

  static OtherProcess start(String what, Path path) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                what,
                path.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return new OtherProcess(process, answers.readLine());
  }

  /** What it has made or found. */
  String answer() {
    return answer;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /** Takes what the arguments say, tells of it, and holds it. */
  public static void main(String[] arguments) throws Exception {
    Path path = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "directory" -> {
        OwnedDirectory directory = OwnedDirectory.createIn(path);
        Files.writeString(
            Files.createDirectory(directory.path().resolve("below")).resolve("text"), "x");
        System.out.println(directory.path());
      }
      case "claim" -> System.out.println(Claim.tryOn(path).isPresent());
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    System.out.flush();
    Thread.sleep(60_000);
  }
}
