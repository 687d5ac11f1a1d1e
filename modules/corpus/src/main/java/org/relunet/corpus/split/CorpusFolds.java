package org.relunet.corpus.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;

/**
 * A data set divided in parts of like size, each to be held out once while the others are learned
 * (cross-validation). The same texts and seed give the same parts, whatever the texts' order; texts
 * that are the same but for white space stay together.
 *
 * @param folds how many parts
 * @param seed of the division
 */
public record CorpusFolds(int folds, long seed) {
  /** With more, each part says little, and the models learn nearly the same. */
  public static final int MOST = 20;

  /** Texts that a part needs to say anything. */
  private static final int LEAST_TEXTS = 10;

  public CorpusFolds {
    if (folds < 2 || folds > MOST) {
      throw new IllegalArgumentException(
          "texts are divided in 2 to " + MOST + " folds, not in " + folds);
    }
  }

  /**
   * One of the divisions.
   *
   * @param source names the texts in messages, usually their file
   * @param fold which part is held out as {@code dev}, from 1
   * @throws CorpusException if there are too few texts, or too few that differ
   */
  public CorpusSplit of(String source, List<AnnotatedText> texts, int fold) {
    if (texts.size() < LEAST_TEXTS * folds) {
      throw new CorpusException(
          "%s: %d texts are too few for %d folds, which need %d at least; ask for fewer folds, or annotate more"
              .formatted(source, texts.size(), folds, LEAST_TEXTS * folds));
    }
    List<List<AnnotatedText>> groups = CorpusSplit.shuffled(texts, seed, SplitBy.TEXT);
    if (groups.size() < folds) {
      throw new CorpusException(
          "%s: only %d texts differ, which can't be divided in %d folds"
              .formatted(source, groups.size(), folds));
    }
    Set<String> heldOut = new HashSet<>();
    parts(groups).get(fold - 1).forEach(text -> heldOut.add(text.text()));
    return new CorpusSplit(
        texts.stream().filter(text -> !heldOut.contains(text.text())).toList(),
        texts.stream().filter(text -> heldOut.contains(text.text())).toList());
  }

  /** Each group goes to the part that has the fewest texts by then, the first of several. */
  private List<List<AnnotatedText>> parts(List<List<AnnotatedText>> groups) {
    List<List<AnnotatedText>> parts =
        Stream.<List<AnnotatedText>>generate(ArrayList::new).limit(folds).toList();
    for (List<AnnotatedText> group : groups) {
      parts.stream().min(Comparator.comparingInt(List::size)).orElseThrow().addAll(group);
    }
    return parts;
  }
}
