package org.relunet.evaluation.score;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.relunet.corpus.overlap.OverlapClass;
import org.relunet.corpus.overlap.OverlapConvention;
import org.relunet.evaluation.match.MatchRule;

/**
 * All scores of a system on a data set. Triples are counted over all texts together (micro
 * average).
 *
 * @param rule when a predicted triple is right
 * @param overall the annotated texts
 * @param withDistractors the annotated texts and the distractors together: the stricter measure;
 *     equal to {@code overall} without distractors
 * @param distractors the distractor texts alone: every predicted triple is wrong
 * @param distractorsWithPredictions distractor texts in which anything was predicted
 * @param byOverlap for each convention the annotated texts of each class; a text may be in two
 *     classes, one without triples is in none
 * @param byTripleCount the annotated texts by their number of distinct triples
 * @param byRelation the annotated texts' triples by relation, sorted by name; {@code gold} is the
 *     support
 */
public record Evaluation(
    MatchRule rule,
    GroupScore overall,
    GroupScore withDistractors,
    GroupScore distractors,
    long distractorsWithPredictions,
    Map<OverlapConvention, Map<OverlapClass, GroupScore>> byOverlap,
    Map<TripleCountGroup, GroupScore> byTripleCount,
    Map<String, Score> byRelation) {
  public Evaluation {
    requireNonNull(rule, "rule");
    requireNonNull(overall, "overall");
    requireNonNull(withDistractors, "withDistractors");
    requireNonNull(distractors, "distractors");
    Map<OverlapConvention, Map<OverlapClass, GroupScore>> copy =
        new EnumMap<>(OverlapConvention.class);
    byOverlap.forEach(
        (convention, classes) ->
            copy.put(convention, Collections.unmodifiableMap(new EnumMap<>(classes))));
    byOverlap = Collections.unmodifiableMap(copy);
    byTripleCount = Collections.unmodifiableMap(new EnumMap<>(byTripleCount));
    byRelation = Collections.unmodifiableMap(new TreeMap<>(byRelation));
  }

  /** Scores of annotated texts. */
  public static Evaluation of(Collection<EvaluatedText> texts, MatchRule rule) {
    Evaluator evaluator = new Evaluator(rule);
    texts.forEach(evaluator::add);
    return evaluator.evaluation();
  }
}
