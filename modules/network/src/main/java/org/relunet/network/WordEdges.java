package org.relunet.network;

import java.util.List;
import java.util.Optional;
import org.relunet.graph.convolution.Neighbourhood;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.layer.Dense;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.pooling.NodeGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Slice;
import org.tensorflow.types.TFloat32;

/** The graph over the words: who hears whom, and how well. */
final class WordEdges {
  private WordEdges() {}

  /**
   * @param words E, [B, N, d]
   */
  static NodeGraph build(
      GraphContext context,
      NetworkSettings settings,
      NetworkInputs inputs,
      Operand<TFloat32> words) {
    NodeGraph plain = new NodeGraph(words, inputs.adjacency(), inputs.wordMask());
    if (!settings.tellsHeads()) {
      return plain;
    }
    Ops tf = context.tf();
    Operand<TFloat32> toHeads = inputs.headEdges(); // row of the word, column of its head
    Operand<TFloat32> toDependents = Batched.transpose(tf, toHeads);
    Optional<Gates> gates =
        settings.edgeLabels() ? Optional.of(Gates.build(context, inputs)) : Optional.empty();
    Operand<TFloat32> loops = // of words to themselves, where there are any
        tf.math.sub(inputs.adjacency(), tf.math.add(toHeads, toDependents));
    Optional<Operand<TFloat32>> factors =
        gates.map(both -> both.factors(tf, toHeads, toDependents));
    List<Neighbourhood> neighbourhoods =
        switch (settings.edgeDirection()) {
          case UNDIRECTED -> List.of(new Neighbourhood(inputs.adjacency(), factors));
          case DIRECTED -> List.of(new Neighbourhood(tf.math.add(toHeads, loops), factors));
          case BOTH ->
              List.of(
                  new Neighbourhood(tf.math.add(toHeads, loops), factors),
                  new Neighbourhood(tf.math.add(toDependents, loops), factors));
        };
    Operand<TFloat32> pooled = // symmetric
        factors
            .<Operand<TFloat32>>map(
                some ->
                    tf.math.mul(
                        inputs.adjacency(),
                        tf.math.mul(
                            tf.math.add(some, Batched.transpose(tf, some)), tf.constant(0.5f))))
            .orElse(inputs.adjacency());
    return new NodeGraph(words, pooled, inputs.wordMask(), neighbourhoods);
  }

  /**
   * The factors of each word's edge to its head, by the edge's label: 2 sigmoid(w), 1 at first.
   *
   * @param fromHead by which the word hears its head, [B, N, 1]
   * @param fromDependent by which its head hears it, [B, N, 1]
   */
  private record Gates(Operand<TFloat32> fromHead, Operand<TFloat32> fromDependent) {
    static Gates build(GraphContext context, NetworkInputs inputs) {
      Ops tf = context.tf();
      Operand<TFloat32> weights = // [B, N, 2]
          Dense.withoutBias(context, "edge_labels", inputs.headLabels(), 2, Initializer.zeros());
      Operand<TFloat32> factors = tf.math.mul(tf.math.sigmoid(weights), tf.constant(2f));
      return new Gates(column(tf, factors, 0), column(tf, factors, 1));
    }

    private static Slice<TFloat32> column(Ops tf, Operand<TFloat32> factors, int index) {
      return tf.slice(
          factors, tf.constant(new int[] {0, 0, index}), tf.constant(new int[] {-1, -1, 1}));
    }

    /** The factor of every edge, [B, N, N], in the row of the word that hears; 1 elsewhere. */
    Operand<TFloat32> factors(Ops tf, Operand<TFloat32> toHeads, Operand<TFloat32> toDependents) {
      Operand<TFloat32> one = tf.constant(1f);
      Operand<TFloat32> ofHeads = tf.math.mul(toHeads, tf.math.sub(fromHead, one));
      Operand<TFloat32> ofDependents =
          tf.math.mul(toDependents, Batched.transpose(tf, tf.math.sub(fromDependent, one)));
      return tf.math.add(tf.math.add(ofHeads, ofDependents), one);
    }
  }
}
