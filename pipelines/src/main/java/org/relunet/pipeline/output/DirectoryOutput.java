package org.relunet.pipeline.output;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.relunet.common.replacement.Replacement;
import org.relunet.pipeline.result.ResultFormat;

/**
 * Files {@code part-00000.jsonl}, {@code part-00001.jsonl}, ... of about 64 MiB: one after another
 * they hold the results in the order of the input.
 *
 * @param directory absolute path of a directory, which is made if it is missing
 * @param format gives the names' ending
 */
record DirectoryOutput(Path directory, ResultFormat format) implements OutputTarget {
  private static final long BYTES_PER_FILE = 64L << 20;

  /**
   * @throws OutputException if the directory holds results of another run, which would mix
   */
  static DirectoryOutput in(Path directory, ResultFormat format) throws IOException {
    DirectoryOutput output = new DirectoryOutput(directory, format);
    if (Files.exists(directory)) {
      output.requireFree();
    }
    return output;
  }

  @Override
  public Optional<Path> prepare() throws IOException {
    Files.createDirectories(directory);
    return Optional.of(directory.resolve(".relunet-lock"));
  }

  @Override
  public void requireFree() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      Optional<Path> other =
          files.filter(file -> file.getFileName().toString().startsWith("part-")).findFirst();
      if (other.isPresent()) {
        throw new OutputException(
            "'"
                + directory
                + "' already holds results ("
                + other.get().getFileName()
                + "): remove them or name another directory");
      }
    }
  }

  /** An empty directory goes, as it was made for results. */
  @Override
  public void abandon() throws IOException {
    try {
      Files.deleteIfExists(directory);
    } catch (DirectoryNotEmptyException e) {
      // it holds results, dead letters, or what is not ours
      return;
    }
  }

  @Override
  public Path workParent() {
    return directory;
  }

  @Override
  public boolean isOnFileSystem() {
    return true;
  }

  @Override
  public long bytesPerFile() {
    return BYTES_PER_FILE;
  }

  @Override
  public Path defaultDeadLetters() {
    return directory.resolve("dead-letters.jsonl");
  }

  @Override
  public boolean writes(Path file) {
    return file.startsWith(directory);
  }

  @Override
  public void publish(List<Path> results) throws IOException {
    for (Path file : results) {
      Replacement.move(file, directory.resolve(file.getFileName() + format.extension()));
    }
  }
}
