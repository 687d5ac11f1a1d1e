package org.relunet.extractor.casrel;

import org.relunet.api.text.TokenSpan;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Fetched subjects, read one at a time: the tags of all their objects may be large.
 *
 * @param subjects [K, 3]: sentence, first word, last word
 * @param probabilities [K, 2]: start, end
 * @param objects [K, N, 2R]: starts of all relations, then ends
 */
record SubjectRows(TInt32 subjects, TFloat32 probabilities, TFloat32 objects) {

  /**
   * One of the subjects.
   *
   * @param span its words
   * @param probability that it starts at the first of them and ends at the last: their product
   * @param objects N times 2R probabilities of its objects' tags
   */
  record Subject(TokenSpan span, double probability, float[] objects) {}

  /** K. */
  int count() {
    return Math.toIntExact(subjects.shape().get(0));
  }

  /** Index of the sentence of subject k. */
  int sentence(int k) {
    return subjects.getInt(k, 0);
  }

  /** The words of subject k of [K, 3]: sentence, first word, last word. */
  static TokenSpan span(TInt32 subjects, int k) {
    return new TokenSpan(subjects.getInt(k, 1), subjects.getInt(k, 2));
  }

  /** Reads subject k. */
  Subject subject(int k) {
    int size = Math.toIntExact(objects.shape().get(1) * objects.shape().get(2));
    float[] row = new float[size];
    objects.asRawTensor().data().asFloats().offset((long) k * size).read(row);
    return new Subject(
        span(subjects, k),
        (double) probabilities.getFloat(k, 0) * probabilities.getFloat(k, 1),
        row);
  }
}
