package org.relunet.corpus;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A text of a data set with its triples, as the file lists them: nothing is dropped or repaired.
 *
 * @param id what names the text in reports; the file's own, or file name and record number
 * @param text the text, which may hold several sentences; training and scoring treat it as one unit
 * @param triples in the file's order, repetitions included
 * @param entities all entities of the text, distinct; empty where the file does not list them
 * @param annotated the relations of which the text has no other triples than those listed; empty
 *     where these are all relations
 * @param notInText names of entities that the file lists without places, and that the text lacks
 */
public record AnnotatedText(
    String id,
    String text,
    List<AnnotatedTriple> triples,
    Optional<List<AnnotatedEntity>> entities,
    Optional<List<String>> annotated,
    List<String> notInText) {
  public AnnotatedText {
    requireNonNull(text, "text");
    triples = List.copyOf(triples);
    entities = entities.map(List::copyOf);
    annotated = annotated.map(List::copyOf);
    notInText = List.copyOf(notInText);
    if (id.isBlank()) {
      throw new IllegalArgumentException("an annotated text needs an id that is not blank");
    }
  }

  /** A text whose entities are those of its triples, which are all that it has. */
  public AnnotatedText(String id, String text, List<AnnotatedTriple> triples) {
    this(id, text, triples, Optional.empty(), Optional.empty());
  }

  /** The text with stretches of white space as one blank: what makes two texts the same. */
  public String folded() {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** A text that has all its entities. */
  public AnnotatedText(
      String id,
      String text,
      List<AnnotatedTriple> triples,
      Optional<List<AnnotatedEntity>> entities,
      Optional<List<String>> annotated) {
    this(id, text, triples, entities, annotated, List.of());
  }

  /** The same by another name. */
  public AnnotatedText withId(String other) {
    return new AnnotatedText(other, text, triples, entities, annotated, notInText);
  }

  /** The triples without places, in the file's order, repetitions included. */
  public List<TextTriple> textTriples() {
    return triples.stream().map(AnnotatedTriple::text).toList();
  }

  /** Whether a triple of the relation that is not listed is known not to hold. */
  public boolean isAnnotated(String relation) {
    return annotated.map(some -> some.contains(relation)).orElse(true);
  }
}
