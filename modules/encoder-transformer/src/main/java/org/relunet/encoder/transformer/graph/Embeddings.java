package org.relunet.encoder.transformer.graph;

import java.util.Optional;
import org.relunet.encoder.transformer.architecture.TransformerArchitecture;
import org.relunet.encoder.transformer.weight.WeightSource;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Sum of the embeddings of piece, position and token type, normalised. */
final class Embeddings {
  private final TransformerArchitecture architecture;
  private final LayerSource source;
  private final Dropout dropout;

  Embeddings(
      TransformerArchitecture architecture,
      WeightSource weights,
      ParameterKind kind,
      Dropout dropout) {
    this.architecture = architecture;
    this.source = new LayerSource(weights, "embeddings", kind, Optional.empty());
    this.dropout = dropout;
  }

  /**
   * @param ids [B, L]
   * @return [B*L, d]
   */
  Operand<TFloat32> build(GraphContext context, PieceLayout layout, Operand<TInt32> ids) {
    Shapes.requireRank("piece ids", ids, 2);
    Ops tf = context.tf();
    int width = architecture.width();
    Operand<TFloat32> pieces =
        tf.gather(
            table(context, "pieces", "word_embeddings", architecture.vocabularySize()),
            ids,
            tf.constant(0)); // [B, L, d]
    Operand<TFloat32> positions =
        tf.slice(
            table(context, "positions", "position_embeddings", architecture.positions()),
            tf.constant(new int[] {architecture.positionOffset(), 0}),
            tf.stack(java.util.List.of(layout.pieces(), tf.constant(width)))); // [L, d]
    Operand<TFloat32> types =
        table(context, "token_types", "token_type_embeddings", architecture.tokenTypes());
    Operand<TFloat32> type =
        tf.slice(types, tf.constant(new int[] {0, 0}), tf.constant(new int[] {1, width}));
    Operand<TFloat32> sum = tf.math.add(pieces, tf.math.add(positions, type)); // [B, L, d]
    Operand<TFloat32> flat = PieceLayout.flatten(tf, sum, width); // [B*L, d]
    Operand<TFloat32> normal =
        new LayerNormalization(source, "LayerNorm", width, architecture.normalizationEpsilon())
            .build(context.within("normalization"), flat);
    return context.dropout(normal, dropout.hidden());
  }

  private Operand<TFloat32> table(GraphContext context, String name, String module, int rows) {
    return context.parameter(
        name,
        Shape.of(rows, architecture.width()),
        source.kind(),
        source.weights().table(source.path(module), rows, architecture.width()));
  }
}
