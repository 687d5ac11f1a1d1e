package org.relunet.contract.extractor;

import java.util.List;
import java.util.SplittableRandom;
import org.relunet.api.triple.WordTriple;

/**
 * A sentence as an extractor sees it: vectors in place of words, and its gold triples.
 *
 * @param vectors [N][d]
 * @param gold its triples
 */
public record WordVectors(float[][] vectors, List<WordTriple> gold) {
  public WordVectors {
    gold = List.copyOf(gold);
  }

  /** Random words: no two alike, so that all can be told apart. */
  public static WordVectors random(int words, int width, long seed, List<WordTriple> gold) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] vectors = new float[words][width];
    for (float[] vector : vectors) {
      for (int i = 0; i < width; i++) {
        vector[i] = (float) random.nextGaussian();
      }
    }
    return new WordVectors(vectors, gold);
  }

  /** N. */
  public int size() {
    return vectors.length;
  }
}
