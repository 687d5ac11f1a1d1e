package org.relunet.graph.pooling;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The matrix that is 0 on its diagonal and 1 elsewhere. */
public final class OffDiagonal {
  private OffDiagonal() {}

  /** A constant [C, C]. */
  public static Operand<TFloat32> of(Ops tf, int size) {
    float[][] values = new float[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        values[row][column] = row == column ? 0 : 1;
      }
    }
    return tf.constant(values);
  }
}
