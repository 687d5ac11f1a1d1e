package org.relunet.graph.convolution;

import java.util.List;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.layer.Dense;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The transductive convolution of Kipf and Welling (2017, arXiv:1609.02907), the paper's ablation
 * "without GraphSAGE": {@code ReLU(D^-1/2 (A + I) D^-1/2 X W)}. Of edges that have a direction the
 * left D is that of the rows and the right one that of the columns.
 */
public record KipfWellingConvolution() implements GraphConvolution {
  @Override
  public Operand<TFloat32> apply(
      GraphContext context,
      String name,
      Operand<TFloat32> nodes,
      List<Neighbourhood> neighbourhoods) {
    GraphContext here = context.within(name);
    Ops tf = here.tf();
    int width = Shapes.width(name + ": nodes", nodes);
    List<Operand<TFloat32>> spread =
        neighbourhoods.stream().map(neighbourhood -> spread(tf, nodes, neighbourhood)).toList();
    Operand<TFloat32> all = // [B, N, d], or as often as there are neighbourhoods
        spread.size() == 1 ? spread.get(0) : tf.concat(spread, tf.constant(2));
    return tf.nn.relu(Dense.apply(here, "map", all, width));
  }

  private static Operand<TFloat32> spread(
      Ops tf, Operand<TFloat32> nodes, Neighbourhood neighbourhood) {
    Operand<TFloat32> edges = neighbourhood.gated(tf, neighbourhood.edges());
    // the self loop is added to sums and products, so that no identity of unknown size is needed
    Operand<TFloat32> toRows = rootOfDegree(tf, Batched.sumKeeping(tf, edges, 2)); // [B, N, 1]
    Operand<TFloat32> fromColumns =
        rootOfDegree(tf, Batched.transpose(tf, Batched.sumKeeping(tf, edges, 1)));
    Operand<TFloat32> scaled = tf.math.mul(nodes, fromColumns);
    return tf.math.mul(tf.math.add(Batched.product(tf, edges, scaled), scaled), toRows);
  }

  private static Operand<TFloat32> rootOfDegree(Ops tf, Operand<TFloat32> degree) {
    return tf.math.rsqrt(tf.math.add(degree, tf.constant(1f)));
  }
}
