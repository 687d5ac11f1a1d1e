package org.relunet.corpus;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A text of a data set with its triples, as the file lists them: nothing is dropped or repaired.
 *
 * @param id what names the text in reports; the file's own, or file name and record number
 * @param text the text, which may hold several sentences; training and scoring treat it as one unit
 * @param triples in the file's order, repetitions included
 */
public record AnnotatedText(String id, String text, List<AnnotatedTriple> triples) {
  public AnnotatedText {
    requireNonNull(text, "text");
    triples = List.copyOf(triples);
    if (id.isBlank()) {
      throw new IllegalArgumentException("an annotated text needs an id that is not blank");
    }
  }

  /** The triples without places, in the file's order, repetitions included. */
  public List<TextTriple> textTriples() {
    return triples.stream().map(AnnotatedTriple::text).toList();
  }
}
