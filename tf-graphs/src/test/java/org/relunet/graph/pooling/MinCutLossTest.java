package org.relunet.graph.pooling;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class MinCutLossTest {
  /** Two pairs, 0 - 1 and 2 - 3. */
  private static final float[][][] PAIRS = {
    {{0, 1, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 1}, {0, 0, 1, 0}}
  };

  private static double loss(float[][][] assignment, float[][][] adjacency) {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> s = run.nodes(assignment);
      Operand<TFloat32> a = run.matrices(adjacency);
      int clusters = assignment[0][0].length;
      return run.scalar(
          MinCutLoss.apply(run.context(), s, Batched.product(run.tf(), a, s), a, clusters));
    }
  }

  @Test
  void isLeastWhereBalancedClustersCutNoEdge() {
    float[][][] assignment = {{{1, 0}, {1, 0}, {0, 1}, {0, 1}}};
    assertThat(loss(assignment, PAIRS)).isCloseTo(-1, Offset.offset(1e-5));
  }

  @Test
  void losesTheCutWhereEveryEdgeIsCut() {
    float[][][] assignment = {{{1, 0}, {0, 1}, {1, 0}, {0, 1}}};
    assertThat(loss(assignment, PAIRS)).isCloseTo(0, Offset.offset(1e-5));
  }

  @Test
  void losesOrthogonalityWhereAllNodesShareACluster() {
    float[][][] assignment = {{{1, 0}, {1, 0}, {1, 0}, {1, 0}}};
    // S'S / |S'S| = diag(1, 0) against diag(1, 1) / sqrt(2)
    double root = 1 / Math.sqrt(2);
    double orthogonality = Math.sqrt((1 - root) * (1 - root) + root * root);
    assertThat(loss(assignment, PAIRS)).isCloseTo(-1 + orthogonality, Offset.offset(1e-5));
  }

  @Test
  void averagesOverTheBatch() {
    float[][][] assignment = {{{1, 0}, {1, 0}, {0, 1}, {0, 1}}, {{1, 0}, {0, 1}, {1, 0}, {0, 1}}};
    float[][][] twice = {PAIRS[0], PAIRS[0]};
    assertThat(loss(assignment, twice)).isCloseTo(-0.5, Offset.offset(1e-5));
  }

  @Test
  void isNotChangedByPadding() {
    float[][][] assignment = {{{0.9f, 0.1f}, {0.7f, 0.3f}, {0, 1}, {0.2f, 0.8f}}};
    float[][][] padded = {java.util.Arrays.copyOf(assignment[0], 5)};
    padded[0][4] = new float[2];
    float[][][] adjacency = {new float[5][5]};
    for (int i = 0; i < 4; i++) {
      System.arraycopy(PAIRS[0][i], 0, adjacency[0][i], 0, 4);
    }
    assertThat(loss(padded, adjacency)).isCloseTo(loss(assignment, PAIRS), Offset.offset(1e-5));
  }

  @Test
  void isFiniteForAGraphWithoutEdges() {
    assertThat(loss(new float[][][] {{{0.5f, 0.5f}}}, new float[1][1][1])).isFinite();
  }

  @Test
  void hasRightGradients() {
    GradientCheck.of(
            (context, inputs) -> {
              Operand<TFloat32> s = inputs.get("assignment");
              Operand<TFloat32> a = inputs.get("edges");
              return MinCutLoss.apply(context, s, Batched.product(context.tf(), a, s), a, 2);
            })
        .input("assignment", Shape.of(1, 4, 2), .9f, .1f, .6f, .4f, .3f, .7f, .2f, .8f)
        .constant(
            "edges", Shape.of(1, 4, 4), 0f, 1, 0, .5f, 1, 0, .2f, 0, 0, .2f, 0, 1, .5f, 0, 1, 0)
        .check();
  }
}
