package org.relunet.contract.extractor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.api.triple.WordTriple;

/**
 * A sentence as an extractor sees it: vectors in place of words, and its labels.
 *
 * @param vectors [N][d]
 * @param labels its triples, and what is left open
 */
public record WordVectors(float[][] vectors, SentenceLabels labels) {
  /** Random words: no two alike, so that all can be told apart. */
  public static WordVectors random(int words, int width, long seed, List<WordTriple> gold) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] vectors = new float[words][width];
    for (float[] vector : vectors) {
      for (int i = 0; i < width; i++) {
        vector[i] = (float) random.nextGaussian();
      }
    }
    return new WordVectors(vectors, SentenceLabels.of(gold));
  }

  /** The same words and triples, which are known to be all only for the given relations. */
  WordVectors annotated(Set<Integer> relations) {
    return new WordVectors(
        vectors, new SentenceLabels(gold(), Optional.empty(), Optional.of(relations)));
  }

  /** Its triples. */
  public List<WordTriple> gold() {
    return labels.triples();
  }

  /** N. */
  public int size() {
    return vectors.length;
  }
}
