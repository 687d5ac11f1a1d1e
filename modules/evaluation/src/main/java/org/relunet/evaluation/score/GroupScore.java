package org.relunet.evaluation.score;

import static java.util.Objects.requireNonNull;

/**
 * Score of a group of texts.
 *
 * @param texts number of texts
 * @param score their triples counted together
 */
public record GroupScore(long texts, Score score) {
  /** No text yet. */
  public static final GroupScore NONE = new GroupScore(0, Score.NONE);

  public GroupScore {
    requireNonNull(score, "score");
  }

  /** The group with one text more. */
  public GroupScore plusText(Score text) {
    return new GroupScore(texts + 1, score.plus(text));
  }
}
