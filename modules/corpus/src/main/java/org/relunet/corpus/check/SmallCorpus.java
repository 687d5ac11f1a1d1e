package org.relunet.corpus.check;

import java.util.List;
import java.util.Optional;
import org.relunet.common.messages.Count;

/** Files too small to learn from, or to tell one epoch from another. */
record SmallCorpus(int least, String consequence) {
  /** Below it, published systems with pre-trained encoders do not generalise either. */
  static final SmallCorpus TRAINING =
      new SmallCorpus(100, "a model that generalises needs some hundreds");

  /** At 30 texts the standard error of F1 is several points. */
  static final SmallCorpus DEVELOPMENT =
      new SmallCorpus(30, "so few can hardly tell a better epoch from a worse one");

  static Optional<Finding> of(CorpusPart part, SmallCorpus bound) {
    long annotated = part.texts().stream().filter(text -> !text.triples().isEmpty()).count();
    return annotated >= bound.least()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                "%s: only %s triples: %s"
                    .formatted(
                        part.name(),
                        Count.of(annotated, "text has", "texts have"),
                        bound.consequence()),
                List.of()));
  }
}
