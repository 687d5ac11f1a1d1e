package org.relunet.extractor.casrel;

import java.util.List;
import java.util.Map;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.WordTriple;

/**
 * Tags of a batch as numbers.
 *
 * @param sentences B
 * @param paddedWords N
 * @param relations R
 * @param subjects B times N times 2: that a subject starts, that one ends
 * @param objects K times N times 2R: that an object starts, relation by relation, that one ends
 */
record TagValues(int sentences, int paddedWords, int relations, float[] subjects, float[] objects) {

  /** All 0, for K subjects. */
  private static TagValues zeros(int sentences, int k, int paddedWords, int relations) {
    return new TagValues(
        sentences,
        paddedWords,
        relations,
        new float[sentences * paddedWords * 2],
        new float[k * paddedWords * 2 * relations]);
  }

  /**
   * 1 for the tags of triples.
   *
   * @param bySubject the triples of each sentence by subject; a span without any is no subject
   */
  static TagValues gold(
      List<Map<TokenSpan, List<WordTriple>>> bySubject, int paddedWords, int relations) {
    int count = bySubject.stream().mapToInt(Map::size).sum();
    TagValues values = zeros(bySubject.size(), count, paddedWords, relations);
    int tags = 2 * relations;
    int row = 0;
    for (int b = 0; b < bySubject.size(); b++) {
      for (Map.Entry<TokenSpan, List<WordTriple>> entry : bySubject.get(b).entrySet()) {
        TokenSpan subject = entry.getKey();
        if (!entry.getValue().isEmpty()) {
          values.subjects[(b * paddedWords + subject.first()) * 2] = 1;
          values.subjects[(b * paddedWords + subject.last()) * 2 + 1] = 1;
        }
        for (WordTriple triple : entry.getValue()) {
          TokenSpan object = triple.object();
          values.objects[(row + object.first()) * tags + triple.relation()] = 1;
          values.objects[(row + object.last()) * tags + relations + triple.relation()] = 1;
        }
        row += paddedWords;
      }
    }
    return values;
  }

  /**
   * What a teacher said.
   *
   * @param subjectCounts subjects of each sentence
   * @param softLabels of each sentence, in {@link SoftLabelLayout}; empty for one not taught
   */
  static TagValues soft(
      List<Integer> subjectCounts, List<float[]> softLabels, int paddedWords, int relations) {
    int count = subjectCounts.stream().mapToInt(Integer::intValue).sum();
    TagValues values = zeros(subjectCounts.size(), count, paddedWords, relations);
    int row = 0;
    for (int b = 0; b < subjectCounts.size(); b++) {
      float[] labels = softLabels.get(b);
      SoftLabelLayout layout = SoftLabelLayout.of(labels.length, subjectCounts.get(b), relations);
      if (layout.words() > paddedWords) {
        throw new IllegalArgumentException(
            "soft labels of %d words for a sentence of at most %d"
                .formatted(layout.words(), paddedWords));
      }
      System.arraycopy(labels, 0, values.subjects, b * paddedWords * 2, layout.subjectSize());
      for (int subject = 0; subject < layout.subjects(); subject++) {
        System.arraycopy(
            labels,
            layout.objects(subject),
            values.objects,
            row * 2 * relations,
            layout.objectSize());
        row += paddedWords;
      }
    }
    return values;
  }
}
