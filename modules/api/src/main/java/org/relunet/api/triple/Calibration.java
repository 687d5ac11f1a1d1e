package org.relunet.api.triple;

/**
 * A map from an extractor's confidence to the probability that the triple is right: {@code
 * sigmoid(slope * logit(confidence) + shift)} (Platt 1999, <i>Probabilistic outputs for support
 * vector machines</i>). It never changes the order of two triples.
 *
 * @param slope above 0; 1 with a shift of 0 leaves every confidence as it is
 * @param shift added to the scaled logit
 */
public record Calibration(double slope, double shift) {
  /** Leaves every confidence as it is. */
  public static final Calibration NONE = new Calibration(1, 0);

  /** A logit at which a double's probability still differs from 1. */
  private static final double LARGEST_LOGIT = 30;

  public Calibration {
    if (!(slope > 0 && slope < Double.POSITIVE_INFINITY) || !Double.isFinite(shift)) {
      throw new IllegalArgumentException(
          "a calibration has a slope above 0 and a shift, not " + slope + " and " + shift);
    }
  }

  /**
   * The probability that a triple of this confidence is right.
   *
   * @param confidence in (0, 1]
   * @return in (0, 1]
   */
  public double probability(double confidence) {
    if (slope == 1 && shift == 0) {
      return confidence;
    }
    double scaled = slope * logit(confidence) + shift;
    return 1 / (1 + Math.exp(-Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, scaled))));
  }

  /** The triple with that probability for its confidence. */
  public ScoredTriple of(ScoredTriple scored) {
    return new ScoredTriple(scored.triple(), probability(scored.confidence()));
  }

  /** The logarithm of the odds, within bounds where the confidence is 0 or 1 in its digits. */
  public static double logit(double confidence) {
    double odds = Math.log(confidence) - Math.log1p(-confidence);
    return Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, odds));
  }
}
