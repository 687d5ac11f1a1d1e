package org.relunet.graph.convolution;

import java.util.ArrayList;
import java.util.List;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.layer.Dense;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.part.Mode;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Min;
import org.tensorflow.op.nn.TopK;
import org.tensorflow.types.TFloat32;

/**
 * GraphSAGE (Hamilton, Ying and Leskovec 2017, arXiv:1706.02216), the paper's equation 5: {@code
 * ReLU(W [X_i ; Ave_{j in N(i)} X_j])}.
 *
 * <p>In training N(i) is a uniform sample without replacement of the nodes with an edge to i, in
 * inference all of them. A node without neighbours averages to zero. Of several neighbourhoods each
 * has its average beside the others.
 *
 * @param aggregator how neighbours are averaged
 * @param sampleSize most neighbours sampled a node in training; 0 takes all
 */
public record SageConvolution(Aggregator aggregator, int sampleSize) implements GraphConvolution {
  @Override
  public Operand<TFloat32> apply(
      GraphContext context,
      String name,
      Operand<TFloat32> nodes,
      List<Neighbourhood> neighbourhoods) {
    GraphContext here = context.within(name);
    Ops tf = here.tf();
    int width = Shapes.width(name + ": nodes", nodes);
    List<Operand<TFloat32>> all = new ArrayList<>(List.of(nodes));
    neighbourhoods.forEach(neighbourhood -> all.add(average(here, nodes, neighbourhood)));
    Operand<TFloat32> joined = tf.concat(all, tf.constant(2)); // [B, N, 2d] of one neighbourhood
    return tf.nn.relu(Dense.apply(here, "map", joined, width));
  }

  /** Of each node's neighbours, [B, N, d]. */
  private Operand<TFloat32> average(
      GraphContext here, Operand<TFloat32> nodes, Neighbourhood neighbourhood) {
    Ops tf = here.tf();
    Operand<TFloat32> edges =
        switch (aggregator) {
          case WEIGHTED_MEAN -> neighbourhood.edges();
          case MEAN -> present(tf, neighbourhood.edges());
        };
    if (here.mode() == Mode.TRAINING && sampleSize > 0) {
      edges = tf.math.mul(edges, sample(here, neighbourhood.edges()));
    }
    return tf.math.divNoNan(
        Batched.product(tf, neighbourhood.gated(tf, edges), nodes),
        Batched.sumKeeping(tf, edges, 2));
  }

  /** 1 where there is an edge, else 0. */
  private static Operand<TFloat32> present(Ops tf, Operand<TFloat32> adjacency) {
    return tf.dtypes.cast(tf.math.greater(adjacency, tf.constant(0f)), TFloat32.class);
  }

  /** 1 for the sampled edges of each row, [B, N, N]: those with the largest of random keys. */
  private Operand<TFloat32> sample(GraphContext context, Operand<TFloat32> adjacency) {
    Ops tf = context.tf();
    Operand<TFloat32> keys = // edges in (0, 1], others 0
        tf.math.mul(
            present(tf, adjacency), tf.math.sub(tf.constant(1f), context.uniform(adjacency)));
    var size = tf.math.minimum(tf.constant(sampleSize), Batched.size(tf, adjacency, 2));
    Operand<TFloat32> best = tf.nn.topK(keys, size, new TopK.Options[0]).values();
    Operand<TFloat32> threshold = tf.min(best, tf.constant(2), Min.keepDims(true));
    return tf.stopGradient(tf.dtypes.cast(tf.math.greaterEqual(keys, threshold), TFloat32.class));
  }
}
