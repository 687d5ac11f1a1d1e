package org.relunet.pipeline.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.relunet.common.replacement.Replacement;

/**
 * One file, which appears when all is done and is then whole.
 *
 * @param file absolute path
 */
record FileOutput(Path file) implements OutputTarget {
  @Override
  public Path workParent() {
    return file.getParent();
  }

  @Override
  public boolean isOnFileSystem() {
    return true;
  }

  @Override
  public long bytesPerFile() {
    return Long.MAX_VALUE;
  }

  @Override
  public Path defaultDeadLetters() {
    return file.resolveSibling(file.getFileName() + ".dead-letters.jsonl");
  }

  @Override
  public Optional<Path> prepare() {
    return Optional.of(OutputClaims.beside(file));
  }

  @Override
  public void requireFree() {}

  @Override
  public void abandon() {}

  @Override
  public boolean writes(Path other) {
    return other.equals(file);
  }

  @Override
  public void publish(List<Path> results) throws IOException {
    Replacement.move(results.get(0), file);
  }
}
