package org.relunet.evaluation.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.EvaluatedText;
import org.relunet.evaluation.score.Score;

/**
 * A score split by whether a triple stands in the training texts: what is seen may be remembered,
 * the rest must be read.
 *
 * @param seen gold and predicted triples that the training texts list
 * @param unseen the others
 */
public record SeenScores(Score seen, Score unseen) {
  public SeenScores {
    requireNonNull(seen, "seen");
    requireNonNull(unseen, "unseen");
  }

  /**
   * @param texts of the evaluation
   * @param rule when two triples are the same, in the training texts too
   * @param learned all triples of the training texts
   */
  public static SeenScores of(
      Collection<EvaluatedText> texts, MatchRule rule, Collection<TextTriple> learned) {
    Set<TextTriple> known = rule.keys(learned);
    Score seen = Score.NONE;
    Score unseen = Score.NONE;
    for (EvaluatedText text : texts) {
      Set<TextTriple> gold = rule.keys(text.gold());
      Set<TextTriple> predicted = rule.keys(text.predicted());
      seen = seen.plus(score(among(gold, known, true), among(predicted, known, true)));
      unseen = unseen.plus(score(among(gold, known, false), among(predicted, known, false)));
    }
    return new SeenScores(seen, unseen);
  }

  private static Set<TextTriple> among(
      Set<TextTriple> triples, Set<TextTriple> known, boolean wanted) {
    Set<TextTriple> some = new HashSet<>(triples);
    some.removeIf(triple -> known.contains(triple) != wanted);
    return some;
  }

  private static Score score(Set<TextTriple> gold, Set<TextTriple> predicted) {
    long correct = predicted.stream().filter(gold::contains).count();
    return new Score(gold.size(), predicted.size(), correct);
  }
}
