package org.relunet.extractor.casrel;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;

/** Probabilities of objects' tags by hand: all near 0 but those that are set. */
final class Probabilities {
  private final int relations;
  private final float[][][] values;

  Probabilities(int subjects, int words, int relations) {
    this.relations = relations;
    values = new float[subjects][words][2 * relations];
    for (float[][] matrix : values) {
      for (float[] row : matrix) {
        java.util.Arrays.fill(row, 0.01f);
      }
    }
  }

  Probabilities start(int subject, int relation, int word, double probability) {
    values[subject][word][relation] = (float) probability;
    return this;
  }

  Probabilities end(int subject, int relation, int word, double probability) {
    values[subject][word][relations + relation] = (float) probability;
    return this;
  }

  TFloat32 tensor() {
    return values.length == 0
        ? TFloat32.tensorOf(Shape.of(0, 4, 2L * relations))
        : TFloat32.tensorOf(StdArrays.ndCopyOf(values));
  }
}
