package org.relunet.evaluation.threshold;

import static java.util.Objects.requireNonNull;

import org.relunet.corpus.TextTriple;

/**
 * A predicted triple with its confidence.
 *
 * @param triple the triple
 * @param confidence in [0, 1]
 */
public record ConfidentTriple(TextTriple triple, double confidence) {
  public ConfidentTriple {
    requireNonNull(triple, "triple");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not in [0, 1]");
    }
  }
}
