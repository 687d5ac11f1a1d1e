package org.relunet.api.triple;

import static java.util.Objects.requireNonNull;

/**
 * A triple that an extractor found in a sentence.
 *
 * @param triple what was found
 * @param confidence in (0, 1], see the extractor for its definition
 */
public record ScoredTriple(WordTriple triple, double confidence) {
  public ScoredTriple {
    requireNonNull(triple, "triple");
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not in (0, 1]");
    }
  }
}
