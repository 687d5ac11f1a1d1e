package org.relunet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.relunet.pipeline.embedded.ListeningSockets;

/** The program as a process of its own, killed if a test does not end it. */
final class ProgramProcess implements AutoCloseable {
  private static final long LONGEST_MINUTES = 4;
  private static final long MILLIS_BETWEEN_LOOKS = 50;

  private final Process process;
  private final Path messages;
  private final Set<ListeningSockets.Listener> listeners = new HashSet<>();

  private ProgramProcess(Process process, Path messages) {
    this.process = process;
    this.messages = messages;
  }

  /**
   * @param directory for what it writes to standard error
   */
  static ProgramProcess start(Path directory, String... arguments) throws IOException {
    Path messages = Files.createTempFile(directory, "messages", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1500m", "-Dai.djl.offline=true"));
    command.addAll(List.of("--add-opens", "java.base/java.util=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(directory.resolve("out.txt").toFile())
            .redirectError(messages.toFile())
            .start();
    return new ProgramProcess(process, messages);
  }

  /** Waits for its end, and looks meanwhile where it listens. */
  int join() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
    while (!process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
      look();
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it does not end: " + messages());
      }
    }
    return process.exitValue();
  }

  void look() throws IOException {
    listeners.addAll(ListeningSockets.of(process.pid()));
  }

  /** Where it was seen listening. */
  Set<ListeningSockets.Listener> listeners() {
    return listeners;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  String messages() throws IOException {
    return Files.readString(messages);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
