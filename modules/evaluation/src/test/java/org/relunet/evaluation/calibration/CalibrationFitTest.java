package org.relunet.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.relunet.api.triple.Calibration;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.threshold.ConfidentText;
import org.relunet.evaluation.threshold.ConfidentTriple;

final class CalibrationFitTest {
  /** Triples that are right as often as a known calibration of their confidence says. */
  private static List<JudgedConfidence> drawn(Calibration truth, int number) {
    Random random = new Random(7);
    List<JudgedConfidence> judged = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      double confidence = 0.5 + 0.4999 * random.nextDouble();
      judged.add(
          new JudgedConfidence(
              i / 3, confidence, random.nextDouble() < truth.probability(confidence)));
    }
    return judged;
  }

  @Test
  void aKnownCalibrationIsFoundAgain() {
    Calibration truth = new Calibration(0.6, -0.8);

    CalibrationFit fit = CalibrationFit.of(drawn(truth, 20_000)).orElseThrow();

    assertThat(fit.calibration().slope()).isCloseTo(0.6, within(0.05));
    assertThat(fit.calibration().shift()).isCloseTo(-0.8, within(0.1));
    assertThat(fit.errorBefore()).isGreaterThan(0.2);
    assertThat(fit.error()).isLessThan(0.02);
    assertThat(fit.heldOut()).hasSize(20_000);
  }

  /** Full steps of Newton's method run away from confidences that lie far out. */
  @Test
  void overconfidenceIsFittedWhereTheConfidencesLieFarOut() {
    List<JudgedConfidence> judged = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      double confidence = 1 - Math.pow(10, -1 - 6 * random.nextDouble());
      judged.add(new JudgedConfidence(i, confidence, random.nextDouble() < 0.45));
    }
    for (int i = 0; i < 200; i++) {
      judged.add(new JudgedConfidence(i, 0.55 + 0.1 * random.nextDouble(), i % 5 == 0));
    }

    CalibrationFit fit = CalibrationFit.of(judged).orElseThrow();

    assertThat(fit.calibration().slope()).isBetween(0.01, 1.0);
    assertThat(fit.errorBefore()).isGreaterThan(0.4);
    assertThat(fit.error()).isLessThan(0.06);
  }

  @Test
  void fewTriplesDecideNothing() {
    assertThat(CalibrationFit.of(drawn(Calibration.NONE, 30))).isEmpty();
    assertThat(CalibrationFit.of(List.of())).isEmpty();
  }

  @Test
  void confidenceThatNeverErrsStaysFinite() {
    List<JudgedConfidence> judged = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      judged.add(new JudgedConfidence(i, i < 50 ? 1.0 : 0.01, i < 50));
    }
    CalibrationFit.of(judged)
        .ifPresent(fit -> assertThat(fit.calibration().probability(1.0)).isBetween(0.9, 1.0));
  }

  @Test
  void errorAndTableAreThoseOfTheTenths() {
    List<JudgedConfidence> judged =
        List.of(
            new JudgedConfidence(0, 0.85, true),
            new JudgedConfidence(0, 0.85, false),
            new JudgedConfidence(1, 0.25, false),
            new JudgedConfidence(1, 1.0, true));

    assertThat(Reliability.table(judged))
        .containsExactly(
            new Reliability(0.2, 0.3, 1, 0.25, 0),
            new Reliability(0.8, 0.9, 2, 0.85, 0.5),
            new Reliability(0.9, 1.0, 1, 1.0, 1.0));
    assertThat(Reliability.expectedError(judged))
        .isCloseTo((0.25 + 2 * 0.35 + 0) / 4, within(1e-12));
    assertThat(Reliability.expectedError(List.of())).isZero();
  }

  @Test
  void aTripleThatIsPredictedTwiceCountsOnceWithItsHighestConfidence() {
    TextTriple right = new TextTriple("Ann", "knows", "Bob");
    TextTriple wrong = new TextTriple("Bob", "knows", "Cid");
    ConfidentText text =
        new ConfidentText(
            List.of(right),
            List.of(
                new ConfidentTriple(right, 0.4),
                new ConfidentTriple(wrong, 0.7),
                new ConfidentTriple(right, 0.9)));

    assertThat(JudgedConfidence.of(List.of(text), MatchRule.EXACT))
        .containsExactlyInAnyOrder(
            new JudgedConfidence(0, 0.9, true), new JudgedConfidence(0, 0.7, false));
  }
}
