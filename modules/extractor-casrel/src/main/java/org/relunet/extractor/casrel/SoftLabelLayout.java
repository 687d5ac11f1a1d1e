package org.relunet.extractor.casrel;

/**
 * Where the numbers of a sentence's soft labels stand: the tags of its n words for subjects, [n,
 * 2], then their tags for the objects of each of its subjects, [n, 2R].
 *
 * @param words n
 * @param subjects of the sentence
 * @param relations R
 */
record SoftLabelLayout(int words, int subjects, int relations) {
  /**
   * The layout of so many numbers.
   *
   * @throws IllegalArgumentException if no sentence has so many
   */
  static SoftLabelLayout of(int numbers, int subjects, int relations) {
    int perWord = 2 + subjects * 2 * relations;
    if (numbers % perWord != 0) {
      throw new IllegalArgumentException(
          "%d soft labels are not the same number for each of some words, %d for %d subjects"
              .formatted(numbers, perWord, subjects));
    }
    return new SoftLabelLayout(numbers / perWord, subjects, relations);
  }

  /** Of all numbers. */
  int size() {
    return words * (2 + subjects * 2 * relations);
  }

  /** Of the tags for subjects, which come first. */
  int subjectSize() {
    return words * 2;
  }

  /** Of the tags for the objects of a subject. */
  int objectSize() {
    return words * 2 * relations;
  }

  /** Where the tags for the objects of a subject begin. */
  int objects(int subject) {
    return subjectSize() + subject * objectSize();
  }
}
