package org.relunet.graph.convolution;

import org.relunet.graph.layer.Batched;
import org.relunet.graph.layer.Dense;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The transductive convolution of Kipf and Welling (2017, arXiv:1609.02907), the paper's ablation
 * "without GraphSAGE": {@code ReLU(D^-1/2 (A + I) D^-1/2 X W)}.
 */
public record KipfWellingConvolution() implements GraphConvolution {
  @Override
  public Operand<TFloat32> apply(
      GraphContext context, String name, Operand<TFloat32> nodes, Operand<TFloat32> adjacency) {
    GraphContext here = context.within(name);
    Ops tf = here.tf();
    int width = Shapes.width(name + ": nodes", nodes);
    Shapes.requireRank(name + ": adjacency", adjacency, 3);
    // the self loop is added to sums and products, so that no identity of unknown size is needed
    Operand<TFloat32> scale = // [B, N, 1]
        tf.math.rsqrt(tf.math.add(Batched.sumKeeping(tf, adjacency, 2), tf.constant(1f)));
    Operand<TFloat32> scaled = tf.math.mul(nodes, scale);
    Operand<TFloat32> spread =
        tf.math.mul(tf.math.add(Batched.product(tf, adjacency, scaled), scaled), scale);
    return tf.nn.relu(Dense.apply(here, "map", spread, width));
  }
}
