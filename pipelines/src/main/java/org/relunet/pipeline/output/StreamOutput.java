package org.relunet.pipeline.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Standard output, or a device or pipe. */
final class StreamOutput implements OutputTarget {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

  private final Opening opening;

  StreamOutput(Opening opening) {
    this.opening = opening;
  }

  /** Opens the stream when there is something to write. */
  @FunctionalInterface
  interface Opening {
    OutputStream open() throws IOException;
  }

  @Override
  public Path workParent() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  @Override
  public boolean isOnFileSystem() {
    return false;
  }

  @Override
  public long bytesPerFile() {
    return Long.MAX_VALUE;
  }

  /** In the current directory, named after the time: an earlier run's letters stay. */
  @Override
  public Path defaultDeadLetters() {
    return Path.of("relunet-dead-letters-" + LocalDateTime.now().format(TIME) + ".jsonl")
        .toAbsolutePath();
  }

  @Override
  public Optional<Path> prepare() {
    return Optional.empty();
  }

  @Override
  public void requireFree() {}

  @Override
  public void abandon() {}

  @Override
  public boolean writes(Path file) {
    return false;
  }

  @Override
  public void publish(List<Path> results) throws IOException {
    OutputStream out = opening.open();
    for (Path file : results) {
      Files.copy(file, out);
    }
    out.flush();
  }
}
