package org.relunet.corpus.split;

import java.util.List;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;

/**
 * How many of a file's texts are set aside to choose the best epoch on, where no other file is
 * named for it. Few texts make a score that says little, and each is one less to learn from: so a
 * small file gives more than its share, but never most of itself.
 *
 * @param share of the texts, in (0, 1)
 * @param seed of the choice
 */
public record DevelopmentShare(double share, long seed) {
  /** At so many texts the standard error of F1 is several points already. */
  private static final int ENOUGH = 30;

  /** With fewer, an epoch's score is chance. */
  private static final int LEAST = 10;

  /** The least part of a file that is given where its share is not enough. */
  private static final int MOST_PART = 5;

  /**
   * Divides the texts.
   *
   * @param source names them in messages, usually their file
   * @throws CorpusException if they are too few, or too few of those set aside have triples
   */
  public CorpusSplit of(String source, List<AnnotatedText> texts) {
    int wanted = wanted(texts.size());
    if (wanted < LEAST) {
      throw new CorpusException(
          "%s: %d texts are too few to set some aside for choosing the best epoch, which needs %d at least; %s"
              .formatted(source, texts.size(), LEAST * MOST_PART, REMEDY));
    }
    CorpusSplit split;
    try {
      split = CorpusSplit.counted(texts, wanted, seed, SplitBy.TEXT);
    } catch (IllegalArgumentException e) {
      throw new CorpusException(source + ": " + e.getMessage(), e);
    }
    requireTriples(source, split);
    return split;
  }

  private static final String REMEDY =
      "annotate more, or name a file of other texts by --dev or data.dev";

  private int wanted(int texts) {
    return Math.max((int) Math.ceil(share * texts), Math.min(ENOUGH, texts / MOST_PART));
  }

  private void requireTriples(String source, CorpusSplit split) {
    long annotated = split.dev().stream().filter(text -> !text.triples().isEmpty()).count();
    if (annotated < LEAST) {
      throw new CorpusException(
          "%s: of the %d texts set aside by the seed %d for choosing the best epoch, only %d have triples, and %d are needed; set data.dev-share higher, %s"
              .formatted(source, split.dev().size(), seed, annotated, LEAST, REMEDY));
    }
  }
}
