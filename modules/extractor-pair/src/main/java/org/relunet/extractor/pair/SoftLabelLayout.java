package org.relunet.extractor.pair;

import org.relunet.extractor.pair.PairSettings.Spans;

/**
 * Where the numbers of a sentence's soft labels stand: first which spans they are of, 0 for any and
 * 1 for single words; then the probabilities of its n words' spans in the order of first and last
 * word; then for every ordered pair of its m asked spans those of the R relations.
 *
 * @param kind which spans
 * @param words n
 * @param asked m
 * @param relations R
 */
record SoftLabelLayout(Spans kind, int words, int asked, int relations) {
  /**
   * The layout of soft labels.
   *
   * @throws IllegalArgumentException if they are of other spans, or no sentence has so many
   */
  static SoftLabelLayout of(float[] labels, Spans kind, int asked, int relations) {
    if (labels[0] != kind.ordinal()) {
      throw new IllegalArgumentException(
          "a teacher's soft labels are of other spans than extractor.pair.spans: "
              + "teachers and pupil need the same value of it");
    }
    int spans = labels.length - 1 - asked * asked * relations;
    int words = 0;
    while (spans(kind, words) < spans) {
      words++;
    }
    SoftLabelLayout layout = new SoftLabelLayout(kind, words, asked, relations);
    if (spans < 0 || layout.size() != labels.length) {
      throw new IllegalArgumentException(
          "%d soft labels are not those of some words' spans and of %d pairs with %d relations"
              .formatted(labels.length, asked * asked, relations));
    }
    return layout;
  }

  private static int spans(Spans kind, int words) {
    return switch (kind) {
      case ANY -> words * (words + 1) / 2;
      case ONE_WORD -> words;
    };
  }

  /** Of all numbers. */
  int size() {
    return pairs() + asked * asked * relations;
  }

  /** Where the probabilities of pairs begin. */
  int pairs() {
    return 1 + spans(kind, words);
  }

  /** Most words that a span from the given one can have. */
  int reach(int first) {
    return switch (kind) {
      case ANY -> words - first;
      case ONE_WORD -> 1;
    };
  }
}
