package org.relunet.evaluation.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.api.triple.Calibration;

/**
 * A calibration that was fitted to judged triples, and what it is worth on texts that it was not
 * fitted to.
 *
 * @param calibration fitted to all of them
 * @param errorBefore expected calibration error of the confidences as they are
 * @param heldOut the judged triples with the confidence that a calibration gives them which was
 *     fitted to other texts
 */
public record CalibrationFit(
    Calibration calibration, double errorBefore, List<JudgedConfidence> heldOut) {
  /** Fewer of either kind decide nothing. */
  static final int LEAST = 20;

  private static final int FOLDS = 5;
  private static final int ITERATIONS = 100;

  private static final double SMALLEST_STEP = 1e-9;
  private static final double LEAST_SLOPE = 0.01;

  /** Keeps a fit finite where confidence parts right from wrong without an error. */
  private static final double RIDGE = 1e-3;

  public CalibrationFit {
    heldOut = List.copyOf(heldOut);
  }

  /** Its expected calibration error on texts that it was not fitted to. */
  public double error() {
    return Reliability.expectedError(heldOut);
  }

  /** A fit; empty where fewer than 20 triples are right, or wrong. */
  public static Optional<CalibrationFit> of(List<JudgedConfidence> judged) {
    Optional<Calibration> whole = fit(judged);
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    List<JudgedConfidence> heldOut = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      Calibration others =
          fit(judged.stream().filter(one -> one.text() % FOLDS != out).toList())
              .orElse(whole.get());
      judged.stream()
          .filter(one -> one.text() % FOLDS == out)
          .map(
              one ->
                  new JudgedConfidence(
                      one.text(), others.probability(one.confidence()), one.right()))
          .forEach(heldOut::add);
    }
    return Optional.of(new CalibrationFit(whole.get(), Reliability.expectedError(judged), heldOut));
  }

  /**
   * The logistic regression of right on the confidence's logit, by Newton's method; a step that
   * would raise the loss is halved until it does not.
   */
  private static Optional<Calibration> fit(List<JudgedConfidence> judged) {
    long right = judged.stream().filter(JudgedConfidence::right).count();
    if (right < LEAST || judged.size() - right < LEAST) {
      return Optional.empty();
    }
    double slope = 1;
    double shift = 0;
    double loss = loss(judged, slope, shift);
    for (int i = 0; i < ITERATIONS; i++) {
      double[] step = step(judged, slope, shift);
      double size = 1;
      double next = loss(judged, slope - step[0], shift - step[1]);
      while (!(next < loss) && size > SMALLEST_STEP) {
        size /= 2;
        next = loss(judged, slope - size * step[0], shift - size * step[1]);
      }
      if (!(next < loss)) {
        break;
      }
      slope -= size * step[0];
      shift -= size * step[1];
      loss = next;
    }
    // a confidence that says nothing, or the opposite, is left as it is
    return slope > LEAST_SLOPE ? Optional.of(new Calibration(slope, shift)) : Optional.empty();
  }

  /** The cross-entropy of right under a calibration, and the ridge's share. */
  private static double loss(List<JudgedConfidence> judged, double slope, double shift) {
    double loss = RIDGE / 2 * ((slope - 1) * (slope - 1) + shift * shift);
    for (JudgedConfidence one : judged) {
      double x = slope * Calibration.logit(one.confidence()) + shift;
      loss += Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) - (one.right() ? x : 0);
    }
    return loss;
  }

  /** Newton's step of slope and shift, to be subtracted. */
  private static double[] step(List<JudgedConfidence> judged, double slope, double shift) {
    double bySlope = RIDGE * (slope - 1);
    double byShift = RIDGE * shift;
    double slopes = RIDGE;
    double both = 0;
    double shifts = RIDGE;
    for (JudgedConfidence one : judged) {
      double logit = Calibration.logit(one.confidence());
      double p = 1 / (1 + Math.exp(-(slope * logit + shift)));
      double error = p - (one.right() ? 1 : 0);
      double weight = p * (1 - p);
      bySlope += error * logit;
      byShift += error;
      slopes += weight * logit * logit;
      both += weight * logit;
      shifts += weight;
    }
    double determinant = slopes * shifts - both * both;
    return new double[] {
      (shifts * bySlope - both * byShift) / determinant,
      (slopes * byShift - both * bySlope) / determinant
    };
  }
}
