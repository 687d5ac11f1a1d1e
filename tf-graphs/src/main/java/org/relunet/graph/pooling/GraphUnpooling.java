package org.relunet.graph.pooling;

import java.util.List;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.layer.Dense;
import org.relunet.graph.layer.PairNorm;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Graph unpooling (equation 6) with the skip connection from the pooling layer of the same level:
 * {@code H = S_up X (+) X^(l)}. The equation's other half, the unpooled edges {@code S_up A
 * S_up^T}, follows no level, as no convolution reads them: {@link org.relunet.graph.part.CoreEdges}
 * keeps what an extractor can expand them from.
 *
 * @param skip how the two are combined
 * @param last whether it gives the words' vectors
 * @param apart whether what is unpooled goes through {@link PairNorm}
 */
public record GraphUnpooling(Skip skip, boolean last, boolean apart) {
  /** How an unpooled graph and the one it was pooled from are combined. */
  public enum Skip {
    /** The sum. */
    ADD,
    /** Both, through a linear layer back to width d. */
    CONCAT,
    /**
     * The sum, the unpooled one scaled by a learned factor a dimension that starts at 0: training
     * begins with the network without its U-Net and lets in what helps (the residual gate of
     * Bachlechner et al. 2020, arXiv:2003.04887). Not in the paper.
     */
    GATED,
    /**
     * The sum; of the words' level, with the unpooled ones through a linear map that starts at 0,
     * so that training begins as with {@link #GATED}. Not in the paper.
     */
    PROJECTED
  }

  /**
   * @param supernodes X, [B, C, d]
   * @param decomposition S_up, [B, N, C]
   * @param skipped X^(l), [B, N, d]
   * @param mask of the nodes, [B, N]
   * @return [B, N, d]
   */
  public Operand<TFloat32> apply(
      GraphContext context,
      String name,
      Operand<TFloat32> supernodes,
      Operand<TFloat32> decomposition,
      Operand<TFloat32> skipped,
      Operand<TFloat32> mask) {
    GraphContext here = context.within(name);
    Ops tf = here.tf();
    int width = Shapes.width(name + ": supernodes", supernodes);
    Shapes.require(name + ": skipped nodes", skipped, Shapes.ANY, Shapes.ANY, width);
    Operand<TFloat32> product = Batched.product(tf, decomposition, supernodes);
    Operand<TFloat32> unpooled = apart ? PairNorm.apply(tf, product, mask) : product;
    return switch (skip) {
      case ADD -> tf.math.add(unpooled, skipped);
      case GATED -> {
        Operand<TFloat32> gate =
            here.parameter("gate", Shape.of(width), ParameterKind.HEAD, Initializer.zeros());
        yield tf.math.add(tf.math.mul(unpooled, gate), skipped);
      }
      case PROJECTED ->
          tf.math.add(
              last
                  ? Dense.withoutBias(here, "projection", unpooled, width, Initializer.zeros())
                  : unpooled,
              skipped);
      case CONCAT ->
          Dense.apply(here, "join", tf.concat(List.of(unpooled, skipped), tf.constant(2)), width);
    };
  }
}
