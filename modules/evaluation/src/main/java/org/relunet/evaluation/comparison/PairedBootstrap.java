package org.relunet.evaluation.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.EvaluatedText;
import org.relunet.evaluation.score.Score;

/**
 * How sure a difference of two systems on the same texts is: the texts are drawn anew, with
 * replacement, many times, and both are scored on each draw (Efron and Tibshirani 1993; for F1 of
 * text systems Berg-Kirkpatrick, Burkett and Klein 2012).
 *
 * @param difference F1 of the one less that of the other, on the texts as they are
 * @param low 2.5 % of the draws lie below
 * @param high 2.5 % of the draws lie above
 * @param notBetter share of the draws in which the one is not better than the other
 */
public record PairedBootstrap(double difference, double low, double high, double notBetter) {
  /** Enough for two digits of the interval. */
  private static final int DRAWS = 10_000;

  /**
   * @param one texts with what the one system found
   * @param other the same texts, in the same order, with what the other one found
   * @throws IllegalArgumentException if the texts are not the same
   */
  public static PairedBootstrap of(
      List<EvaluatedText> one, List<EvaluatedText> other, MatchRule rule, long seed) {
    List<String> ids = one.stream().map(EvaluatedText::id).toList();
    if (one.isEmpty() || !ids.equals(other.stream().map(EvaluatedText::id).toList())) {
      throw new IllegalArgumentException("two systems are compared on the same texts");
    }
    Score[] first = scores(one, rule);
    Score[] second = scores(other, rule);
    SplittableRandom random = new SplittableRandom(seed);
    double[] differences = new double[DRAWS];
    int notBetter = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      Score a = Score.NONE;
      Score b = Score.NONE;
      for (int i = 0; i < first.length; i++) {
        int text = random.nextInt(first.length);
        a = a.plus(first[text]);
        b = b.plus(second[text]);
      }
      differences[draw] = a.f1() - b.f1();
      notBetter += differences[draw] <= 0 ? 1 : 0;
    }
    Arrays.sort(differences);
    return new PairedBootstrap(
        total(first).f1() - total(second).f1(),
        differences[DRAWS / 40],
        differences[DRAWS - 1 - DRAWS / 40],
        (double) notBetter / DRAWS);
  }

  private static Score[] scores(List<EvaluatedText> texts, MatchRule rule) {
    return texts.stream().map(text -> text.score(rule)).toArray(Score[]::new);
  }

  private static Score total(Score[] scores) {
    return Arrays.stream(scores).reduce(Score.NONE, Score::plus);
  }
}
