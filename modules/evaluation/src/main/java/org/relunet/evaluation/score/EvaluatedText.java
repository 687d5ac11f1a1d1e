package org.relunet.evaluation.score;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.match.MatchRule;

/**
 * A text with what should be found in it and what was found. Texts are scored one by one: a triple
 * is right only in the text that has it.
 *
 * @param id names the text
 * @param gold all triples of the annotation as listed, also those that no system could find because
 *     they do not fit the text's words; repetitions count once, save for {@code
 *     OverlapConvention.AS_PUBLISHED}
 * @param predicted the predicted triples; repetitions count once
 */
public record EvaluatedText(String id, List<TextTriple> gold, List<TextTriple> predicted) {
  public EvaluatedText {
    requireNonNull(id, "id");
    gold = List.copyOf(gold);
    predicted = List.copyOf(predicted);
  }

  /** The text's own counts. */
  public Score score(MatchRule rule) {
    return TextScore.of(rule.keys(gold), rule.keys(predicted));
  }

  /** A text without gold triples: whatever is predicted in it is wrong. */
  public static EvaluatedText distractor(String id, List<TextTriple> predicted) {
    return new EvaluatedText(id, List.of(), predicted);
  }
}
