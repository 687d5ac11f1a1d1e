package org.relunet.api.triple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The R relations that a model knows, in the order of its output units. Immutable. */
public final class RelationSchema {
  /** Wikidata has some that many properties between things. */
  public static final int MOST_RELATIONS = 10_000;

  private final List<String> relations;
  private final Map<String, Integer> indices = new HashMap<>();

  /**
   * @throws IllegalArgumentException if there is no relation, or more than {@link #MOST_RELATIONS},
   *     or one is blank or named twice
   */
  public RelationSchema(List<String> relations) {
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
