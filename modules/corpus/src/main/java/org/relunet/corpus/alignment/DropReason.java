package org.relunet.corpus.alignment;

/** Why something of a data set cannot be trained on. */
public enum DropReason {
  /** A text without a visible character. */
  EMPTY_TEXT("text is empty"),
  /** A text that lists triples of which none is left: it would teach that there is none. */
  NO_USABLE_TRIPLE("no triple of the text can be used"),
  /** A triple that its text lists before. */
  DUPLICATE_TRIPLE("triple is listed twice"),
  /** A triple whose relation is not in the schema. */
  UNKNOWN_RELATION("relation is not in the schema"),
  /** A triple with an entity that the text does not hold, or an empty one. */
  ENTITY_NOT_IN_TEXT("entity is not in the text"),
  /** A triple with an entity that begins or ends inside a word of the tokenizer. */
  ENTITY_INSIDE_WORD("entity begins or ends inside a word"),
  /** A triple with an entity whose offsets name other characters. */
  OFFSETS_DO_NOT_MATCH("offsets do not match the text");

  private final String explanation;

  DropReason(String explanation) {
    this.explanation = explanation;
  }

  /** The reason in words, for a report. */
  public String explanation() {
    return explanation;
  }

  /** Whether it is a whole text that is dropped, not one triple. */
  public boolean concernsText() {
    return this == EMPTY_TEXT || this == NO_USABLE_TRIPLE;
  }
}
