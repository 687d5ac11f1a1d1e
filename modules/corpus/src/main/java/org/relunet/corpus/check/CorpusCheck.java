package org.relunet.corpus.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks over a data set as a careful colleague would, without tokenizer and without training. */
public final class CorpusCheck {
  private CorpusCheck() {}

  /**
   * All findings: those of each file, then those of both together.
   *
   * @param train the texts to learn from
   * @param dev the texts to choose the best epoch on, if they are in a file of their own
   */
  public static List<Finding> of(CorpusPart train, Optional<CorpusPart> dev) {
    List<Finding> findings = new ArrayList<>();
    if (dev.isPresent() && dev.get().name().equals(train.name())) {
      findings.add(
          new Finding(
              train.name()
                  + ": is both to learn from and to choose the best epoch on: scores say what was"
                  + " memorised",
              List.of()));
      findings.addAll(of(train, Optional.empty()));
      return List.copyOf(findings);
    }
    for (CorpusPart part : parts(train, dev)) {
      findings.addAll(RepeatedTexts.within(part));
      OffsetDiagnosis.of(part).ifPresent(findings::add);
      CrossingEntities.of(part).ifPresent(findings::add);
    }
    dev.ifPresent(other -> RepeatedTexts.between(train, other).ifPresent(findings::add));
    findings.addAll(RelationNames.of(parts(train, dev)));
    SmallCorpus.of(train, SmallCorpus.TRAINING).ifPresent(findings::add);
    dev.flatMap(part -> SmallCorpus.of(part, SmallCorpus.DEVELOPMENT)).ifPresent(findings::add);
    return List.copyOf(findings);
  }

  /** Whether {@link #of} tells of the part's offsets. */
  public static boolean tellsOffsets(CorpusPart part) {
    return OffsetDiagnosis.of(part).isPresent();
  }

  private static List<CorpusPart> parts(CorpusPart train, Optional<CorpusPart> dev) {
    List<CorpusPart> parts = new ArrayList<>(List.of(train));
    dev.ifPresent(parts::add);
    return parts;
  }
}
