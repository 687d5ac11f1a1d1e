package org.relunet.evaluation.match;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.TextTriple;

/**
 * The predicted triples that can be judged. Where a text says that only some relations were
 * annotated, a triple of another one that is not listed may well be true: it counts neither as
 * right nor as wrong.
 */
public final class JudgedTriples {
  private JudgedTriples() {}

  /**
   * @param rule when a triple is right
   * @param predicted in any form
   * @param triple of a prediction
   * @return those predictions that are right, or of an annotated relation
   */
  public static <T> List<T> of(
      MatchRule rule, AnnotatedText text, List<T> predicted, Function<T, TextTriple> triple) {
    if (text.annotated().isEmpty()) {
      return predicted;
    }
    Set<TextTriple> gold = rule.keys(text.textTriples());
    return predicted.stream()
        .filter(
            one ->
                text.isAnnotated(triple.apply(one).relation())
                    || gold.contains(rule.key(triple.apply(one))))
        .toList();
  }
}
