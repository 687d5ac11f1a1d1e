package org.relunet.evaluation.error;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.EvaluatedText;

/**
 * What was made of one text. Gold triples are the right and the missed ones, found triples the
 * right and the wrong ones; each is there once, however often it is listed.
 *
 * @param id names the text
 * @param text its characters
 * @param right gold triples that were found, as the gold has them
 * @param missed gold triples that were not
 * @param wrong found triples that are not gold
 */
public record TextErrors(
    String id,
    String text,
    List<TextTriple> right,
    List<TextTriple> missed,
    List<TextTriple> wrong) {
  public TextErrors {
    requireNonNull(id, "id");
    requireNonNull(text, "text");
    right = List.copyOf(right);
    missed = List.copyOf(missed);
    wrong = List.copyOf(wrong);
  }

  /**
   * @param rule when a triple is right
   */
  static TextErrors of(AnnotatedText annotated, EvaluatedText evaluated, MatchRule rule) {
    Map<TextTriple, TextTriple> gold = byKey(evaluated.gold(), rule);
    Map<TextTriple, TextTriple> found = byKey(evaluated.predicted(), rule);
    List<TextTriple> right = new ArrayList<>();
    List<TextTriple> missed = new ArrayList<>();
    gold.forEach((key, triple) -> (found.containsKey(key) ? right : missed).add(triple));
    found.keySet().removeAll(gold.keySet());
    return new TextErrors(
        annotated.id(), annotated.text(), right, missed, List.copyOf(found.values()));
  }

  private static Map<TextTriple, TextTriple> byKey(List<TextTriple> triples, MatchRule rule) {
    Map<TextTriple, TextTriple> byKey = new LinkedHashMap<>();
    triples.forEach(triple -> byKey.putIfAbsent(rule.key(triple), triple));
    return byKey;
  }

  /** Missed and wrong triples together. */
  public int errors() {
    return missed.size() + wrong.size();
  }

  /**
   * The texts with an error, those with the most first; of those with as many, in their order.
   *
   * @param texts annotated
   * @param evaluated the same texts, in the same order
   * @throws IllegalArgumentException if they are not as many
   */
  public static List<TextErrors> worst(
      List<AnnotatedText> texts, List<EvaluatedText> evaluated, MatchRule rule) {
    if (texts.size() != evaluated.size()) {
      throw new IllegalArgumentException(
          texts.size() + " texts, but " + evaluated.size() + " were evaluated");
    }
    List<TextErrors> all = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      all.add(of(texts.get(i), evaluated.get(i), rule));
    }
    return worst(all);
  }

  /** Those with an error, those with the most first; of those with as many, in their order. */
  public static List<TextErrors> worst(List<TextErrors> texts) {
    return texts.stream()
        .filter(text -> text.errors() > 0)
        .sorted(Comparator.comparingInt(TextErrors::errors).reversed())
        .toList();
  }
}
