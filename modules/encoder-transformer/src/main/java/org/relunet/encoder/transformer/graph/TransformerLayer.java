package org.relunet.encoder.transformer.graph;

import org.relunet.encoder.transformer.architecture.TransformerArchitecture;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.part.Mode;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * One layer of a transformer's encoder (Vaswani et al. 2017): self-attention and a feed-forward
 * network, each added to its input and normalised.
 */
record TransformerLayer(TransformerArchitecture architecture, LayerSource source, Dropout dropout) {

  /**
   * @param x [B*L, d]
   * @return [B*L, d]
   */
  Operand<TFloat32> build(GraphContext context, PieceLayout layout, Operand<TFloat32> x) {
    Shapes.require("input of a transformer layer", x, Shapes.ANY, architecture.width());
    GraphContext attention = context.within("attention");
    Operand<TFloat32> mixed =
        new SelfAttention(architecture, source, dropout).build(attention, layout, x);
    Operand<TFloat32> attended =
        join(
            attention,
            x,
            Linear.of(source, "attention.output.dense", architecture.width(), architecture.width())
                .build(attention.within("output"), mixed),
            "attention.output.LayerNorm");
    GraphContext feedForward = context.within("feed_forward");
    return join(
        feedForward, attended, feedForward(feedForward, attended), "output.LayerNorm"); // [B*L, d]
  }

  private Operand<TFloat32> feedForward(GraphContext context, Operand<TFloat32> x) {
    Ops tf = context.tf();
    int width = architecture.width();
    int inside = architecture.intermediateWidth();
    LayerSource own = source.forFeedForward();
    Operand<TFloat32> wide =
        Linear.of(own, "intermediate.dense", width, inside)
            .build(context.within("intermediate"), x); // [B*L, f]
    Operand<TFloat32> active = // [B*L, f]
        context.mode() == Mode.TRAINING && source.learns()
            ? Gelu.buildForGradient(tf, wide, architecture.activation())
            : Gelu.build(tf, wide, architecture.activation());
    return Linear.of(own, "output.dense", inside, width)
        .build(context.within("output"), active); // [B*L, d]
  }

  private Operand<TFloat32> join(
      GraphContext context, Operand<TFloat32> x, Operand<TFloat32> change, String normalization) {
    Operand<TFloat32> sum =
        context.tf().math.add(context.dropout(change, dropout.hidden()), x); // [B*L, d]
    return new LayerNormalization(
            source, normalization, architecture.width(), architecture.normalizationEpsilon())
        .build(context.within("normalization"), sum);
  }
}
