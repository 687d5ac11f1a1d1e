package org.relunet.cli.ending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The program in a process of its own, to be sent signals. */
final class SignalledProgram implements AutoCloseable {
  private static final long MOST_SECONDS = 120;

  private final Path directory;
  private final Process process;

  private SignalledProgram(Path directory, Process process) {
    this.directory = directory;
    this.process = process;
  }

  /**
   * @param directory new, in which it runs and leaves what it prints
   */
  static SignalledProgram start(Path directory, List<String> arguments) throws IOException {
    return start(CrashingDestructor.class, directory, arguments);
  }

  /**
   * @param program has a main method
   */
  static SignalledProgram start(Class<?> program, Path directory, List<String> arguments)
      throws IOException {
    Files.createDirectories(directory);
    List<String> command =
        new ArrayList<>(
            List.of(
                // a shell in the background, where the tests may run, has it ignore interrupts
                "env",
                "--default-signal=INT,TERM",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:-CreateCoredumpOnCrash",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-Dai.djl.offline=true",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(directory.resolve("err").toFile());
    builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "2");
    builder.environment().put("TF_ENABLE_ONEDNN_OPTS", "1");
    return new SignalledProgram(directory, builder.start());
  }

  /** Waits until something holds. */
  void until(BooleanSupplier condition) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive()
          || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(MOST_SECONDS)) {
        throw new AssertionError("it did not come to that\n" + err());
      }
      Thread.sleep(5);
    }
  }

  /** Whether TensorFlow's library is loaded. */
  boolean hasTensorFlow() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/maps"))) {
      return lines.anyMatch(line -> line.contains("libtensorflow"));
    } catch (IOException e) {
      return false; // it has ended
    }
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** The exit status; as a shell would have it where a signal killed the process. */
  int status() throws IOException, InterruptedException {
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end\n" + err());
    }
    return process.exitValue();
  }

  String err() throws IOException {
    return Files.readString(directory.resolve("err"));
  }

  /** What it left, beside what it printed. */
  List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("out") && !name.equals("err"))
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
