package org.relunet.retraining.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.relunet.common.messages.Count;
import org.relunet.evaluation.comparison.PairedBootstrap;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.EvaluatedText;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.score.Score;
import org.relunet.retraining.RetrainSettings;

/**
 * Compares a new model with the one in use. Where enough corrections are set aside, the new one
 * must have gained on them, and may lose a little on the old texts; else it must have gained on
 * these.
 *
 * @param settings the limits
 * @param rule when a triple is right
 */
public record Gate(RetrainSettings settings, MatchRule rule) {
  /** The draws are the same whenever two models are compared. */
  private static final long SEED = 1;

  /**
   * All conditions, met or not.
   *
   * @param old texts of the development file
   * @param corrected corrections that were set aside
   */
  public List<GateCheck> checks(HoldOut old, HoldOut corrected) {
    List<GateCheck> checks = new ArrayList<>();
    boolean enough = corrected.size() >= settings.leastTexts();
    if (enough) {
      checks.addAll(gain("the corrections set aside", corrected));
      if (old.size() > 0) {
        checks.add(noLoss(old));
      }
    } else if (old.size() > 0) {
      checks.addAll(gain("data.dev", old));
    } else {
      checks.add(
          new GateCheck(
              false,
              "there is nothing to compare the models on: no data.dev, and %s set aside where %d are needed"
                  .formatted(Count.of(corrected.size(), "correction"), settings.leastTexts())));
    }
    checks.addAll(relations(old.and(corrected)));
    return checks;
  }

  private List<GateCheck> gain(String where, HoldOut texts) {
    PairedBootstrap sure = PairedBootstrap.of(texts.candidate(), texts.champion(), rule, SEED);
    double points = 100 * sure.difference();
    double better = 1 - sure.notBetter();
    return List.of(
        new GateCheck(
            points >= settings.leastGain(),
            "F1 on %s (%s): %s, %+.1f points; at least %+.1f are asked"
                .formatted(
                    where,
                    Count.of(texts.size(), "text"),
                    change(texts),
                    points,
                    settings.leastGain())),
        new GateCheck(
            better >= settings.confidence(),
            "better in %.0f %% of the draws of a paired bootstrap on them (95 %% interval %+.1f to %+.1f points); %.0f %% are asked"
                .formatted(
                    100 * better,
                    100 * sure.low(),
                    100 * sure.high(),
                    100 * settings.confidence())));
  }

  private GateCheck noLoss(HoldOut old) {
    double loss = 100 * (score(old.champion()).f1() - score(old.candidate()).f1());
    return new GateCheck(
        loss <= settings.mostLoss(),
        "F1 on data.dev (%s): %s, %+.1f points; a loss of %.1f is allowed"
            .formatted(Count.of(old.size(), "text"), change(old), -loss, settings.mostLoss()));
  }

  /** One that says that all is well, or one for each relation that fell. */
  private List<GateCheck> relations(HoldOut texts) {
    Map<String, Score> before = Evaluation.of(texts.champion(), rule).byRelation();
    Map<String, Score> after = Evaluation.of(texts.candidate(), rule).byRelation();
    List<GateCheck> fallen = new ArrayList<>();
    int counted = 0;
    for (Map.Entry<String, Score> relation : before.entrySet()) {
      Score was = relation.getValue();
      Score is = after.getOrDefault(relation.getKey(), new Score(was.gold(), 0, 0));
      if (was.gold() >= settings.relationSupport()) {
        counted++;
        double loss = 100 * (was.f1() - is.f1());
        if (loss > settings.mostRelationLoss()) {
          fallen.add(
              new GateCheck(
                  false,
                  "F1 of the relation '%s' (%s): %.1f before, %.1f now; a loss of %.1f is allowed"
                      .formatted(
                          relation.getKey(),
                          Count.of(was.gold(), "triple"),
                          100 * was.f1(),
                          100 * is.f1(),
                          settings.mostRelationLoss())));
        }
      }
    }
    return fallen.isEmpty()
        ? List.of(
            new GateCheck(
                true,
                "no relation of %d with at least %s lost more than %.1f points"
                    .formatted(
                        counted,
                        Count.of(settings.relationSupport(), "triple"),
                        settings.mostRelationLoss())))
        : fallen;
  }

  private String change(HoldOut texts) {
    return String.format(
        Locale.ROOT,
        "%.1f before, %.1f now",
        100 * score(texts.champion()).f1(),
        100 * score(texts.candidate()).f1());
  }

  private Score score(List<EvaluatedText> texts) {
    return texts.stream().map(text -> text.score(rule)).reduce(Score.NONE, Score::plus);
  }
}
