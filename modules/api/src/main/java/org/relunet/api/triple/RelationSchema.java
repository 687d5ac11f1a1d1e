package org.relunet.api.triple;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The R relations that a model knows, in the order of its output units, and the IRIs of those that
 * have one. Schemata are equal if their relations are: IRIs change nothing that is learned.
 * Immutable.
 */
public final class RelationSchema {
  /** Wikidata has some that many properties between things. */
  public static final int MOST_RELATIONS = 10_000;

  private static final int LONGEST_IRI = 2_000;

  /** An absolute IRI, of the characters that N-Triples take unescaped (RFC 3987, RDF 1.1). */
  private static final Pattern IRI =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:[^\\x00-\\x20<>\"{}|\\\\^`\\x7f]+");

  private final List<String> relations;
  private final Map<String, Integer> indices = new HashMap<>();
  private final SortedMap<String, String> iris;

  /**
   * Relations without IRIs.
   *
   * @throws IllegalArgumentException if there is no relation, or more than {@link #MOST_RELATIONS},
   *     or one is blank or named twice
   */
  public RelationSchema(List<String> relations) {
    this(relations, Map.of());
  }

  /**
   * @param iris by the names of the relations that have one
   * @throws IllegalArgumentException if there is no relation, or more than {@link #MOST_RELATIONS},
   *     or one is blank or named twice, or an IRI is none, or of no relation
   */
  public RelationSchema(List<String> relations, Map<String, String> iris) {
    this.relations = List.copyOf(relations);
    if (relations.isEmpty()) {
      throw new IllegalArgumentException("a schema needs at least one relation");
    }
    if (relations.size() > MOST_RELATIONS) {
      throw new IllegalArgumentException(
          relations.size() + " relations; a schema has at most " + MOST_RELATIONS);
    }
    for (String relation : this.relations) {
      if (relation.isBlank()) {
        throw new IllegalArgumentException("a relation needs a name that is not blank");
      }
      if (indices.put(relation, indices.size()) != null) {
        throw new IllegalArgumentException("relation '" + relation + "' is named twice");
      }
    }
    this.iris = Collections.unmodifiableSortedMap(new TreeMap<>(iris));
    this.iris.forEach(this::requireIri);
  }

  private void requireIri(String relation, String iri) {
    if (!indices.containsKey(relation)) {
      throw new IllegalArgumentException("there is no relation '" + relation + "' to have an IRI");
    }
    if (iri.length() > LONGEST_IRI || !IRI.matcher(iri).matches()) {
      throw new IllegalArgumentException(
          "the IRI of relation '"
              + relation
              + "' is not absolute, such as http://www.wikidata.org/prop/direct/P19, or has"
              + " characters that no IRI has");
    }
  }

  /** R. */
  public int size() {
    return relations.size();
  }

  public List<String> relations() {
    return relations;
  }

  /** Name of the relation with the given index. */
  public String name(int index) {
    return relations.get(index);
  }

  /** IRI of the relation with the given index; empty where it has none. */
  public Optional<String> iri(int index) {
    return Optional.ofNullable(iris.get(name(index)));
  }

  /** IRIs by the names of the relations that have one. */
  public SortedMap<String, String> iris() {
    return iris;
  }

  /** Index of the relation, empty where the schema does not have it. */
  public OptionalInt index(String relation) {
    Integer index = indices.get(relation);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RelationSchema schema && relations.equals(schema.relations);
  }

  @Override
  public int hashCode() {
    return relations.hashCode();
  }

  @Override
  public String toString() {
    return "RelationSchema" + relations;
  }
}
