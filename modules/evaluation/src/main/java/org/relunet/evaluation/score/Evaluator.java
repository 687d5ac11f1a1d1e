package org.relunet.evaluation.score;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.relunet.corpus.TextTriple;
import org.relunet.corpus.overlap.OverlapClass;
import org.relunet.corpus.overlap.OverlapConvention;
import org.relunet.evaluation.match.MatchRule;

/** Counts text by text; the texts are not held. For one thread. */
public final class Evaluator {
  private final MatchRule rule;
  private final Map<OverlapConvention, Map<OverlapClass, GroupScore>> byOverlap =
      new EnumMap<>(OverlapConvention.class);
  private final Map<TripleCountGroup, GroupScore> byTripleCount =
      new EnumMap<>(TripleCountGroup.class);
  private final Map<String, Score> byRelation = new TreeMap<>();
  private GroupScore overall = GroupScore.NONE;
  private GroupScore distractors = GroupScore.NONE;
  private long distractorsWithPredictions;

  public Evaluator(MatchRule rule) {
    this.rule = rule;
    for (OverlapConvention convention : OverlapConvention.values()) {
      Map<OverlapClass, GroupScore> classes = new EnumMap<>(OverlapClass.class);
      for (OverlapClass overlapClass : OverlapClass.values()) {
        classes.put(overlapClass, GroupScore.NONE);
      }
      byOverlap.put(convention, classes);
    }
    for (TripleCountGroup group : TripleCountGroup.values()) {
      byTripleCount.put(group, GroupScore.NONE);
    }
  }

  /** Counts an annotated text. */
  public void add(EvaluatedText text) {
    Set<TextTriple> gold = rule.keys(text.gold());
    Set<TextTriple> predicted = rule.keys(text.predicted());
    Score score = TextScore.of(gold, predicted);
    overall = overall.plusText(score);
    byOverlap.forEach(
        (convention, classes) ->
            convention
                .classes(text.gold())
                .forEach(c -> classes.computeIfPresent(c, (k, group) -> group.plusText(score))));
    // The text's own triples, not the rule's keys: the group must not change with the rule.
    TripleCountGroup group = TripleCountGroup.of(Set.copyOf(text.gold()).size());
    byTripleCount.computeIfPresent(group, (k, counted) -> counted.plusText(score));
    TextScore.byRelation(gold, predicted)
        .forEach((relation, counts) -> byRelation.merge(relation, counts, Score::plus));
  }

  /**
   * Counts a text without gold triples that was mixed in to see what a system makes of it.
   *
   * @throws IllegalArgumentException if the text has gold triples
   */
  public void addDistractor(EvaluatedText text) {
    if (!text.gold().isEmpty()) {
      throw new IllegalArgumentException(
          "text '" + text.id() + "' has gold triples, so it is no distractor");
    }
    Score score = TextScore.of(Set.of(), rule.keys(text.predicted()));
    distractors = distractors.plusText(score);
    if (score.predicted() > 0) {
      distractorsWithPredictions++;
    }
  }

  /** The scores of what was counted so far. */
  public Evaluation evaluation() {
    return new Evaluation(
        rule,
        overall,
        new GroupScore(
            overall.texts() + distractors.texts(), overall.score().plus(distractors.score())),
        distractors,
        distractorsWithPredictions,
        byOverlap,
        byTripleCount,
        byRelation);
  }
}
