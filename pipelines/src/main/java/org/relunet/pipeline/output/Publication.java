package org.relunet.pipeline.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.relunet.pipeline.extract.ExtractionCounts;

/** Hands what was assembled to the user. */
public final class Publication {
  private Publication() {}

  /**
   * @return what was counted
   * @throws IOException if the workers left nothing or it cannot be written
   */
  public static ExtractionCounts publish(
      WorkDirectory directory, OutputTarget output, DeadLetterTarget deadLetters)
      throws IOException {
    ExtractionCounts counts = CountsFile.read(directory.counts());
    // first: were the results' reader to go away, the letters would be safe
    deadLetters.publish(directory.deadLetters());
    List<Path> results;
    try (Stream<Path> files = Files.list(directory.assembled())) {
      results = files.sorted().toList();
    }
    output.publish(results);
    return counts;
  }
}
