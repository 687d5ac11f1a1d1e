package org.relunet.retraining.gate;

import java.util.List;
import java.util.stream.Stream;
import org.relunet.evaluation.score.EvaluatedText;

/**
 * Texts that neither model learned, with what each found.
 *
 * @param champion what the model in use found
 * @param candidate what the new one found, in the same texts and order
 */
public record HoldOut(List<EvaluatedText> champion, List<EvaluatedText> candidate) {
  /** No texts. */
  public static final HoldOut NONE = new HoldOut(List.of(), List.of());

  public HoldOut {
    champion = List.copyOf(champion);
    candidate = List.copyOf(candidate);
    if (champion.size() != candidate.size()) {
      throw new IllegalArgumentException(
          "%d texts of the one model, %d of the other"
              .formatted(champion.size(), candidate.size()));
    }
  }

  int size() {
    return champion.size();
  }

  HoldOut and(HoldOut other) {
    return new HoldOut(
        Stream.concat(champion.stream(), other.champion.stream()).toList(),
        Stream.concat(candidate.stream(), other.candidate.stream()).toList());
  }
}
