package org.relunet.graph.part;

import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * What every encoder is fed.
 *
 * @param ids [B, L] vocabulary index of each piece, any valid index where padded
 * @param pieceMask [B, L] 1 for a piece, 0 for padding
 * @param alignment [B, N, L] row n holds the weights with which the pieces make word n: they sum to
 *     1, or to 0 for a padded word. Holds the choice between mean and first piece.
 */
public record PieceInputs(
    Operand<TInt32> ids, Operand<TFloat32> pieceMask, Operand<TFloat32> alignment) {
  public PieceInputs {
    Shapes.requireRank("piece ids", ids, 2);
    Shapes.requireRank("piece mask", pieceMask, 2);
    Shapes.requireRank("alignment", alignment, 3);
  }

  /** New placeholders. */
  public static PieceInputs placeholders(Ops tf) {
    return new PieceInputs(
        tf.withName("piece_ids").placeholder(TInt32.class, Placeholder.shape(Shape.of(-1, -1))),
        tf.withName("piece_mask").placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1))),
        tf.withName("alignment")
            .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, -1))));
  }
}
