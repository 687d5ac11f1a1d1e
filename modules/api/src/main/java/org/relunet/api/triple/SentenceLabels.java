package org.relunet.api.triple;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relunet.api.text.TokenSpan;

/**
 * What an annotation says of a sentence, and what it leaves open.
 *
 * @param triples true ones, distinct
 * @param entities all entities of the sentence; empty where the annotation does not list them,
 *     which then are those of the triples
 * @param annotated relations of which the sentence has no other triples; of the other relations it
 *     may have more. Empty where these are all of the schema
 */
public record SentenceLabels(
    List<WordTriple> triples,
    Optional<List<WordEntity>> entities,
    Optional<Set<Integer>> annotated) {
  public SentenceLabels {
    triples = List.copyOf(triples);
    entities = entities.map(List::copyOf);
    annotated = annotated.map(Set::copyOf);
  }

  /** A sentence with no triples but these. */
  public static SentenceLabels of(List<WordTriple> triples) {
    return new SentenceLabels(triples, Optional.empty(), Optional.empty());
  }

  /** Whether a triple of the relation that is not listed is known not to hold. */
  public boolean isAnnotated(int relation) {
    return annotated.map(some -> some.contains(relation)).orElse(true);
  }

  /** Whether triples that are not listed may hold. */
  public boolean isPartial() {
    return annotated.isPresent();
  }

  /** Whether a span that is no entity here is known to be none. */
  public boolean knowsEntities() {
    return entities.isPresent() || !isPartial();
  }

  /** The spans of the listed entities and of those of the triples, without repetitions. */
  public Set<TokenSpan> entitySpans() {
    Set<TokenSpan> spans = new LinkedHashSet<>();
    for (WordTriple triple : triples) {
      spans.add(triple.subject());
      spans.add(triple.object());
    }
    entities.ifPresent(all -> all.forEach(entity -> spans.add(entity.span())));
    return spans;
  }
}
