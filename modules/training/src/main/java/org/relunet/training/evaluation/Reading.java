package org.relunet.training.evaluation;

import java.util.Locale;

/** How a model reads the texts that it is scored on. */
public enum Reading {
  /** Whole texts, as in training, their words separated by white space, punctuation too. */
  SEPARATED_WORDS("each at once, words as white space separates them"),
  /** Whole texts, as in training, their words found by the model's tokenizer. */
  RAW_TEXT("each at once, words found by the tokenizer"),
  /**
   * The way of extraction: the tokenizer finds sentences, passages and windows are made of them.
   */
  EXTRACTION("as extraction reads them, words found by the tokenizer");

  private final String description;

  Reading(String description) {
    this.description = description;
  }

  /** In words, behind a number of texts. */
  public String description() {
    return description;
  }

  /** The name in reports: {@code raw-text}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean pretokenized() {
    return this == SEPARATED_WORDS;
  }
}
