package org.relunet.graph.layer;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Products and sums of batches of matrices, rank 3. */
public final class Batched {
  private Batched() {}

  /** X Y: [B, i, j] and [B, j, k] give [B, i, k]. */
  public static Operand<TFloat32> product(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.train.batchMatMul(x, y, TFloat32.class);
  }

  /** X Y^T: [B, i, j] and [B, k, j] give [B, i, k]. */
  public static Operand<TFloat32> productTransposed(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.train.batchMatMul(x, y, TFloat32.class, BatchMatMul.adjY(true));
  }

  /** X^T Y: [B, j, i] and [B, j, k] give [B, i, k]. */
  public static Operand<TFloat32> transposedProduct(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.train.batchMatMul(x, y, TFloat32.class, BatchMatMul.adjX(true));
  }

  /** [B, i, j] to [B, j, i]. */
  public static Operand<TFloat32> transpose(Ops tf, Operand<TFloat32> x) {
    return tf.linalg.transpose(x, tf.constant(new int[] {0, 2, 1}));
  }

  /** Sum over one axis, which stays with size 1. */
  public static Operand<TFloat32> sumKeeping(Ops tf, Operand<TFloat32> x, int axis) {
    return tf.sum(x, tf.constant(axis), Sum.keepDims(true));
  }

  /**
   * Rows without the mean of those that are present: [B, N, d].
   *
   * @param present [B, N, 1] 1 for a row, 0 for padding, which gives zero
   */
  public static Operand<TFloat32> withoutMean(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> present) {
    Operand<TFloat32> sum = sumKeeping(tf, tf.math.mul(x, present), 1); // [B, 1, d]
    Operand<TFloat32> mean = tf.math.divNoNan(sum, sumKeeping(tf, present, 1));
    return tf.math.mul(tf.math.sub(x, mean), present);
  }

  /** Size of one axis, a scalar. */
  public static Operand<TInt32> size(Ops tf, Operand<TFloat32> x, int axis) {
    return tf.gather(tf.shape(x), tf.constant(axis), tf.constant(0));
  }

  /** The shape of x with another size of the last axis, which the graph knows statically. */
  static Operand<TInt32> withLastAxis(Ops tf, Operand<TFloat32> x, int size) {
    Operand<TInt32> shape = tf.shape(x);
    Operand<TInt32> leading =
        tf.slice(
            shape,
            tf.constant(new int[] {0}),
            tf.constant(new int[] {x.shape().numDimensions() - 1}));
    return tf.concat(List.of(leading, tf.constant(new int[] {size})), tf.constant(0));
  }
}
