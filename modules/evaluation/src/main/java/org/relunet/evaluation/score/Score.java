package org.relunet.evaluation.score;

/**
 * Counts of triples, and the ratios that follow from them, each in [0, 1].
 *
 * <p>A ratio of nothing is 0: precision where nothing is predicted, recall where there is no gold
 * triple, F1 where nothing is right. So a system that finds nothing never scores well by
 * definition; the counts tell the cases apart.
 *
 * @param gold triples of the annotation
 * @param predicted triples that were predicted
 * @param correct predicted triples that are gold
 */
public record Score(long gold, long predicted, long correct) {
  /** Nothing counted yet. */
  public static final Score NONE = new Score(0, 0, 0);

  public Score {
    if (correct < 0 || correct > gold || correct > predicted) {
      throw new IllegalArgumentException(
          correct + " correct of " + predicted + " predicted and " + gold + " gold triples");
    }
  }

  /** Correct among the predicted; 0 where nothing is predicted. */
  public double precision() {
    return predicted == 0 ? 0 : (double) correct / predicted;
  }

  /** Correct among the gold; 0 where there is none. */
  public double recall() {
    return gold == 0 ? 0 : (double) correct / gold;
  }

  /** Harmonic mean of precision and recall; 0 where nothing is correct. */
  public double f1() {
    // 2PR / (P + R) with the fractions cancelled, so that nothing is divided by zero
    return correct == 0 ? 0 : 2.0 * correct / (gold + predicted);
  }

  /** Both counted together: the micro average. */
  public Score plus(Score other) {
    return new Score(gold + other.gold, predicted + other.predicted, correct + other.correct);
  }
}
