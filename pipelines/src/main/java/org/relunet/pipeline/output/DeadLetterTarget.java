package org.relunet.pipeline.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.relunet.common.replacement.Replacement;

/**
 * Where dead letters go.
 *
 * @param file absolute path
 * @param requested whether the user named it: it is then written even when there are none
 */
public record DeadLetterTarget(Path file, boolean requested) {
  /**
   * @throws OutputException if the file cannot be written, or is the output itself
   */
  public static DeadLetterTarget of(Optional<Path> requested, OutputTarget output)
      throws IOException {
    if (requested.isPresent()) {
      Path file = OutputTargets.writable(requested.get());
      if (output instanceof FileOutput results && results.file().equals(file)) {
        throw new OutputException(
            "'" + file + "' cannot hold both results and dead letters: name two files");
      }
      return new DeadLetterTarget(file, true);
    }
    // the output's own place was checked with the output
    return new DeadLetterTarget(output.defaultDeadLetters(), false);
  }

  void publish(Path deadLetters) throws IOException {
    if (requested || Files.size(deadLetters) > 0) {
      Replacement.move(deadLetters, file);
    } else {
      // those of an earlier run do not belong to the results that replace that run's
      Files.deleteIfExists(file);
    }
  }
}
