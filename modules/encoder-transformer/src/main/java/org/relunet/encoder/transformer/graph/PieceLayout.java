package org.relunet.encoder.transformer.graph;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * How a batch's pieces lie in flat tensors, made once and shared by all layers.
 *
 * @param sentences B, scalar
 * @param pieces L, scalar
 * @param attentionMask [B, 1, 1, L]: 0 for a piece, a very negative number for padding; added to
 *     attention scores
 */
record PieceLayout(
    Operand<TInt32> sentences, Operand<TInt32> pieces, Operand<TFloat32> attentionMask) {
  /** So low that its exponential is 0 beside any score, yet far from overflow. */
  private static final float NEVER = -1e9f;

  /**
   * @param mask [B, L] 1 for a piece, 0 for padding
   */
  static PieceLayout of(Ops tf, Operand<TFloat32> mask) {
    Operand<TInt32> shape = tf.shape(mask);
    List<Operand<TInt32>> sizes =
        tf.unstack(shape, 2L).output().stream().<Operand<TInt32>>map(size -> size).toList();
    Operand<TFloat32> additive =
        tf.math.mul(tf.math.sub(tf.constant(1f), mask), tf.constant(NEVER)); // [B, L]
    return new PieceLayout(
        sizes.get(0),
        sizes.get(1),
        tf.expandDims(tf.expandDims(additive, tf.constant(1)), tf.constant(1)));
  }

  /** [B*L, width] to [B, L, sizes...], the sizes' product being the width. */
  Operand<TFloat32> unflatten(Ops tf, Operand<TFloat32> flat, int... sizes) {
    java.util.ArrayList<Operand<TInt32>> shape = new java.util.ArrayList<>();
    shape.add(sentences);
    shape.add(pieces);
    for (int size : sizes) {
      shape.add(tf.constant(size));
    }
    return tf.reshape(flat, tf.stack(shape));
  }

  /** [..., width] to [B*L, width]. */
  static Operand<TFloat32> flatten(Ops tf, Operand<TFloat32> x, int width) {
    return tf.reshape(x, tf.constant(new int[] {-1, width}));
  }
}
