package org.relunet.graph.pooling;

import org.relunet.graph.convolution.GraphConvolution;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.layer.Dense;
import org.relunet.graph.layer.NodeStandardization;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Graph pooling (equations 1 to 4): N nodes to C supernodes by a learned assignment, after MinCut
 * pooling (Bianchi, Grattarola and Alippi 2020, arXiv:1907.00481).
 *
 * @param clusters C
 * @param convolution the GCN of equation 1
 * @param normalization the axis of the assignment's softmax
 * @param input what the two MLPs read
 * @param hiddenWidth width of the hidden layer of the two MLPs; 0 for none
 * @param scale of the scores before the softmax: 1 in the paper
 */
public record GraphPooling(
    int clusters,
    GraphConvolution convolution,
    AssignmentNormalization normalization,
    AssignmentInput input,
    int hiddenWidth,
    double scale) {

  /** Adds one pooling layer. */
  public PooledGraph apply(GraphContext context, String name, NodeGraph graph) {
    GraphContext here = context.within(name);
    Ops tf = here.tf();
    Operand<TFloat32> z = // [B, N, d]
        convolution.apply(here, "convolution", graph.nodes(), graph.neighbourhoods());
    Operand<TFloat32> mask = tf.expandDims(graph.mask(), tf.constant(2)); // [B, N, 1]

    Operand<TFloat32> read =
        switch (input) {
          case CONVOLVED -> z;
          case STANDARDISED -> NodeStandardization.apply(tf, z, mask);
        };
    GraphContext assigning = here.within("assignment");
    Operand<TFloat32> assignment = // [B, N, C]
        switch (normalization) {
          case NODES -> softmaxOverNodes(tf, scoresOfNodes(assigning, read), mask);
          case CLUSTERS -> tf.math.mul(tf.nn.softmax(scores(assigning, read)), mask);
        };
    Operand<TFloat32> decomposition =
        tf.math.mul(tf.nn.softmax(scores(here.within("decomposition"), read)), mask);

    Operand<TFloat32> nodes = Batched.transposedProduct(tf, assignment, graph.nodes());
    Operand<TFloat32> spread = Batched.product(tf, graph.adjacency(), assignment); // A S
    Operand<TFloat32> adjacency = Batched.transposedProduct(tf, assignment, spread);
    Shapes.require(name + ": pooled nodes", nodes, Shapes.ANY, clusters, graph.width());
    Shapes.require(name + ": pooled adjacency", adjacency, Shapes.ANY, clusters, clusters);

    Operand<TFloat32> pooled = tf.nn.relu(nodes);
    Operand<TFloat32> all = // [B, C]; OnesLike has no gradient here
        tf.stopGradient(tf.onesLike(tf.sum(pooled, tf.constant(2))));
    return new PooledGraph(
        z,
        new NodeGraph(pooled, EdgeNormalization.apply(here, adjacency, clusters), all),
        assignment,
        decomposition,
        new AssignmentEntropy(normalization, clusters).apply(here, assignment, graph.mask()),
        MinCutLoss.apply(here, assignment, spread, graph.adjacency(), clusters));
  }

  private Operand<TFloat32> scores(GraphContext context, Operand<TFloat32> x) {
    return scaled(context, Dense.apply(context, "output", hidden(context, x), clusters));
  }

  /** Without bias: it would shift a whole column, which a softmax over the nodes takes back. */
  private Operand<TFloat32> scoresOfNodes(GraphContext context, Operand<TFloat32> x) {
    return scaled(
        context,
        Dense.withoutBias(
            context, "output", hidden(context, x), clusters, Initializer.glorotUniform()));
  }

  private Operand<TFloat32> scaled(GraphContext context, Operand<TFloat32> scores) {
    Ops tf = context.tf();
    return scale == 1 ? scores : tf.math.mul(scores, tf.constant((float) scale));
  }

  private Operand<TFloat32> hidden(GraphContext context, Operand<TFloat32> x) {
    return hiddenWidth == 0
        ? x
        : context.tf().nn.relu(Dense.apply(context, "hidden", x, hiddenWidth));
  }

  private static Operand<TFloat32> softmaxOverNodes(
      Ops tf, Operand<TFloat32> scores, Operand<TFloat32> mask) {
    // a padded node's exp is 0 exactly: e^-1e9
    Operand<TFloat32> padding = tf.math.mul(tf.math.sub(mask, tf.constant(1f)), tf.constant(1e9f));
    Operand<TFloat32> masked = Batched.transpose(tf, tf.math.add(scores, padding)); // [B, C, N]
    return Batched.transpose(tf, tf.nn.softmax(masked));
  }
}
