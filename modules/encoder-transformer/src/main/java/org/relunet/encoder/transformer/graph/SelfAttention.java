package org.relunet.encoder.transformer.graph;

import java.util.List;
import org.relunet.encoder.transformer.architecture.TransformerArchitecture;
import org.relunet.encoder.transformer.weight.FusedWeights;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;

/**
 * Scaled dot-product attention with h heads (Vaswani et al. 2017, equation 1), up to the
 * concatenation of the heads. Query, key and value are one matrix product.
 */
record SelfAttention(TransformerArchitecture architecture, LayerSource source, Dropout dropout) {

  /**
   * @param x [B*L, d]
   * @return [B*L, d]
   */
  Operand<TFloat32> build(GraphContext context, PieceLayout layout, Operand<TFloat32> x) {
    Ops tf = context.tf();
    int heads = architecture.heads();
    int headWidth = architecture.headWidth();
    Operand<TFloat32> fused = projection().build(context.within("query_key_value"), x); // [B*L, 3d]
    Operand<TFloat32> separate =
        tf.linalg.transpose(
            layout.unflatten(tf, fused, 3, heads, headWidth), // [B, L, 3, h, k]
            tf.constant(new int[] {2, 0, 3, 1, 4})); // [3, B, h, L, k]
    List<org.tensorflow.Output<TFloat32>> parts = tf.unstack(separate, 3L).output();
    Operand<TFloat32> scores =
        tf.math.mul(
            tf.train.batchMatMul(
                parts.get(0), parts.get(1), TFloat32.class, BatchMatMul.adjY(true)),
            tf.constant((float) (1 / Math.sqrt(headWidth)))); // [B, h, L, L]
    Operand<TFloat32> weights =
        context.dropout(
            tf.nn.softmax(tf.math.add(scores, layout.attentionMask())), dropout.attention());
    Operand<TFloat32> mixed =
        tf.train.batchMatMul(weights, parts.get(2), TFloat32.class); // [B, h, L, k]
    Shapes.require("attention", mixed, Shapes.ANY, heads, Shapes.ANY, headWidth);
    return PieceLayout.flatten(
        tf,
        tf.linalg.transpose(mixed, tf.constant(new int[] {0, 2, 1, 3})), // [B, L, h, k]
        architecture.width());
  }

  private Linear projection() {
    int width = architecture.width();
    List<Linear> parts =
        List.of(
            Linear.of(source, "attention.self.query", width, width),
            Linear.of(source, "attention.self.key", width, width),
            Linear.of(source, "attention.self.value", width, width));
    return new Linear(
        width,
        3 * width,
        source.kind(),
        FusedWeights.alongLastAxis(parts.stream().map(Linear::kernel).toList()),
        FusedWeights.alongLastAxis(parts.stream().map(Linear::bias).toList()),
        source.adapter());
  }
}
