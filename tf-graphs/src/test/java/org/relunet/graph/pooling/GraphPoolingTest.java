package org.relunet.graph.pooling;

import static org.relunet.graph.testing.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.graph.convolution.Aggregator;
import org.relunet.graph.convolution.SageConvolution;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.ndarray.Shape;

class GraphPoolingTest {
  private static final float LOG_THREE = (float) Math.log(3);

  private static GraphPooling pooling(AssignmentNormalization normalization, int hidden) {
    return new GraphPooling(
        2,
        new SageConvolution(Aggregator.WEIGHTED_MEAN, 0),
        normalization,
        AssignmentInput.CONVOLVED,
        hidden,
        1);
  }

  /** Two words of width 1, joined, with values 0 and log 3; the convolution keeps them. */
  private static PooledGraph pair(GraphRun run, AssignmentNormalization normalization) {
    return pair(run, pooling(normalization, 0));
  }

  private static PooledGraph pair(GraphRun run, GraphPooling pooling) {
    NodeGraph graph =
        new NodeGraph(
            run.nodes(new float[][][] {{{0}, {LOG_THREE}}}),
            run.matrices(new float[][][] {{{0, 1}, {1, 0}}}),
            run.mask(new float[][] {{1, 1}}));
    run.set("pooling.convolution.map.kernel", 1, 0)
        .set("pooling.assignment.output.kernel", 1, 0)
        .set("pooling.decomposition.output.kernel", 0, 1);
    return pooling.apply(run.context(), "pooling", graph);
  }

  @Test
  void assignsOverTheNodes() {
    try (GraphRun run = GraphRun.inference()) {
      PooledGraph pooled = pair(run, AssignmentNormalization.NODES);
      assertClose(run.values(pooled.assignment()), 0.25, 0.5, 0.75, 0.5);
      assertClose(run.values(pooled.graph().nodes()), 0.75 * LOG_THREE, 0.5 * LOG_THREE);
    }
  }

  /** Twice log 3 apart, the second word weighs nine times what the first does. */
  @Test
  void assignsMoreSharplyWhereScoresAreScaled() {
    try (GraphRun run = GraphRun.inference()) {
      PooledGraph pooled =
          pair(
              run,
              new GraphPooling(
                  2,
                  new SageConvolution(Aggregator.WEIGHTED_MEAN, 0),
                  AssignmentNormalization.NODES,
                  AssignmentInput.CONVOLVED,
                  0,
                  2));
      assertClose(run.values(pooled.assignment()), 0.1, 0.5, 0.9, 0.5);
      assertClose(run.values(pooled.decomposition()), 0.5, 0.5, 0.1, 0.9);
    }
  }

  @Test
  void assignsOverTheClusters() {
    try (GraphRun run = GraphRun.inference()) {
      PooledGraph pooled = pair(run, AssignmentNormalization.CLUSTERS);
      assertClose(run.values(pooled.assignment()), 0.5, 0.5, 0.75, 0.25);
      assertClose(run.values(pooled.graph().nodes()), 0.75 * LOG_THREE, 0.25 * LOG_THREE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void decomposesOverTheClusters(AssignmentNormalization normalization) {
    try (GraphRun run = GraphRun.inference()) {
      assertClose(run.values(pair(run, normalization).decomposition()), 0.5, 0.5, 0.25, 0.75);
    }
  }

  @ParameterizedTest
  @EnumSource
  void normalisesTheOnlyEdgeOfTwoSupernodesToOne(AssignmentNormalization normalization) {
    try (GraphRun run = GraphRun.inference()) {
      assertClose(run.values(pair(run, normalization).graph().adjacency()), 0, 1, 1, 0);
    }
  }

  @Test
  void cutsNegativeValuesOfSupernodesOff() {
    try (GraphRun run = GraphRun.inference()) {
      NodeGraph graph =
          new NodeGraph(
              run.nodes(new float[][][] {{{-4, 4}, {-2, 2}}}),
              run.matrices(new float[1][2][2]),
              run.mask(new float[][] {{1, 1}}));
      PooledGraph pooled =
          pooling(AssignmentNormalization.NODES, 0).apply(run.context(), "pooling", graph);
      run.set("pooling.assignment.output.kernel", 0, 0, 0, 0);
      assertClose(run.values(pooled.graph().nodes()), 0, 3, 0, 3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasRightGradients(AssignmentNormalization normalization) {
    GradientCheck.of(
            (context, inputs) -> {
              PooledGraph pooled =
                  new GraphPooling(
                          3,
                          new SageConvolution(Aggregator.WEIGHTED_MEAN, 0),
                          normalization,
                          AssignmentInput.CONVOLVED,
                          4,
                          1.5)
                      .apply(
                          context,
                          "pooling",
                          new NodeGraph(
                              inputs.get("nodes"), inputs.get("edges"), inputs.get("mask")));
              var tf = context.tf();
              return tf.concat(
                  java.util.List.of(
                      tf.reshape(pooled.graph().nodes(), tf.constant(new int[] {-1})),
                      tf.reshape(pooled.graph().adjacency(), tf.constant(new int[] {-1})),
                      tf.reshape(pooled.decomposition(), tf.constant(new int[] {-1}))),
                  tf.constant(0));
            })
        .input("nodes", Shape.of(1, 4, 2), .9f, -.3f, .5f, .7f, -.2f, 1.1f, 0, 0)
        .constant(
            "edges", Shape.of(1, 4, 4), 0f, 1, .6f, 0, 1, 0, .8f, 0, .6f, .8f, 0, 0, 0, 0, 0, 0)
        .constant("mask", Shape.of(1, 4), 1f, 1, 1, 0)
        .check();
  }
}
