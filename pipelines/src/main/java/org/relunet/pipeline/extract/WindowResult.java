package org.relunet.pipeline.extract;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * What became of a window, ready to be written.
 *
 * @param place the window's place in the input
 * @param results encoded results, in the order of the documents
 * @param deadLetters encoded dead letters, in the order of the records
 * @param counts how many of each
 */
public record WindowResult(
    WindowPlace place, byte[] results, byte[] deadLetters, ExtractionCounts counts)
    implements Serializable {
  @Override
  public boolean equals(Object other) {
    return other instanceof WindowResult result
        && place.equals(result.place)
        && Arrays.equals(results, result.results)
        && Arrays.equals(deadLetters, result.deadLetters)
        && counts.equals(result.counts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(place, Arrays.hashCode(results), Arrays.hashCode(deadLetters), counts);
  }
}
