package org.relunet.corpus.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.relunet.api.triple.RelationSchema;
import org.relunet.common.messages.Count;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;

/**
 * Relations of annotated texts that a schema lacks: no model of that schema can find their triples.
 *
 * @param triples for each such relation the number of its triples
 * @param schemaRelations the relations of the schema
 */
public record UnknownRelations(Map<String, Integer> triples, List<String> schemaRelations) {
  private static final int RELATIONS_SHOWN = 5;

  public UnknownRelations {
    triples = Collections.unmodifiableMap(new TreeMap<>(triples));
    schemaRelations = List.copyOf(schemaRelations);
  }

  /** Those of the texts. */
  public static UnknownRelations of(List<AnnotatedText> texts, RelationSchema schema) {
    Map<String, Integer> unknown = new TreeMap<>();
    for (AnnotatedText text : texts) {
      for (AnnotatedTriple triple : text.triples()) {
        if (schema.index(triple.relation()).isEmpty()) {
          unknown.merge(triple.relation(), 1, Integer::sum);
        }
      }
    }
    return new UnknownRelations(unknown, schema.relations());
  }

  /** Whether the schema has all relations. */
  public boolean isEmpty() {
    return triples.isEmpty();
  }

  /** How many triples have such a relation. */
  public int count() {
    return triples.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The most frequent, with the names that may be meant. */
  public String line() {
    List<String> parts = new ArrayList<>();
    triples.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(RELATIONS_SHOWN)
        .forEach(unknown -> parts.add(described(unknown.getKey(), unknown.getValue())));
    return Count.of(triples.size(), "relation is", "relations are")
        + " not among the schema's "
        + schemaRelations.size()
        + ": "
        + String.join("; ", parts)
        + (triples.size() > RELATIONS_SHOWN ? "; ..." : "");
  }

  private String described(String relation, int count) {
    return "'"
        + relation
        + "' ("
        + count
        + ")"
        + SimilarName.of(relation, schemaRelations)
            .map(similar -> ", did you mean '" + similar + "'?")
            .orElse("");
  }
}
