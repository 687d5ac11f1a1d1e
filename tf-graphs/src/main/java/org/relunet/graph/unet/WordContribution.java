package org.relunet.graph.unet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.pooling.NodeGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * How much of what the taggers read comes from the core, and how much that tells one word of a
 * sentence from another.
 */
final class WordContribution {
  private WordContribution() {}

  /**
   * The measures {@code unpooledShare}, the length of what is unpooled beside that of E, and {@code
   * unpooledVariation}, the share of its own length that is not alike for all words of a sentence.
   *
   * @param unpooled what the last unpooling adds, [B, N, d]
   * @param tree E and the mask of its words
   * @return scalars: root mean squares over all words of the batch, divided
   */
  static Map<String, Operand<TFloat32>> measures(
      Ops tf, Operand<TFloat32> unpooled, NodeGraph tree) {
    Operand<TFloat32> mask = tf.expandDims(tree.mask(), tf.constant(2)); // [B, N, 1]
    Operand<TFloat32> added = tf.math.mul(unpooled, mask);
    Operand<TFloat32> own = Batched.withoutMean(tf, unpooled, mask);
    Operand<TFloat32> length = length(tf, added);
    Map<String, Operand<TFloat32>> measures = new LinkedHashMap<>();
    measures.put(
        "unpooledShare", tf.math.divNoNan(length, length(tf, tf.math.mul(tree.nodes(), mask))));
    measures.put("unpooledVariation", tf.math.divNoNan(length(tf, own), length));
    return measures;
  }

  private static Operand<TFloat32> length(Ops tf, Operand<TFloat32> vectors) {
    return tf.math.sqrt(tf.nn.l2Loss(vectors));
  }
}
