package org.relunet.graph.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.graph.loss.LossSettings.Similarity;
import org.relunet.graph.pooling.NodeGraph;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.relunet.graph.unet.CoreTopology;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class SimilarityLossTest {
  private static final float[][] CORE = {{0, 0.2f, 0.5f}, {0.2f, 0, 0.8f}, {0.5f, 0.8f, 0}};

  /** Two joined entities: the first is core node 2, the second core node 0. */
  private static final float[][] EDGES = {{0, 1}, {1, 0}};

  private static final float[][] MATCHED = {{0, 0, 1}, {1, 0, 0}};

  private static CoreTopology core(Ops tf, Operand<TFloat32> adjacency) {
    Operand<TFloat32> nodes = tf.constant(new float[1][3][2]);
    Operand<TFloat32> mask = tf.constant(new float[][] {{1, 1, 1}});
    return new CoreTopology(new NodeGraph(nodes, adjacency, mask), tf.constant(0f));
  }

  private static Operand<TFloat32> loss(
      GraphRun run,
      Operand<TFloat32> core,
      float[][][] edges,
      float[][][] matched,
      float... known) {
    return loss(run, Similarity.PAPER, core, edges, matched, known);
  }

  private static Operand<TFloat32> loss(
      GraphRun run,
      Similarity form,
      Operand<TFloat32> core,
      float[][][] edges,
      float[][][] matched,
      float... known) {
    Operand<TFloat32> adjacency = run.matrices(edges);
    GoldGraphInputs gold =
        new GoldGraphInputs(
            run.matrices(edges), adjacency, run.integers(0), run.tf().constant(known));
    Operand<TFloat32> permutation = run.input(Shape.of(-1, -1, 3), StdArrays.ndCopyOf(matched));
    return SimilarityLoss.build(
        run.context(),
        form,
        core(run.tf(), core),
        gold,
        new GoldMatching(run.matrices(edges), permutation));
  }

  private static double loss(float[][][] core, float[][][] edges, float[][][] matched) {
    try (GraphRun run = GraphRun.inference()) {
      return run.scalar(loss(run, run.nodes(core), edges, matched, ones(core.length)));
    }
  }

  private static float[] ones(int sentences) {
    float[] ones = new float[sentences];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void aSentenceWhoseEdgesAreNotAllKnownAddsNothing() {
    float[][][] cores = {CORE, CORE};
    float[][][] edges = {EDGES, EDGES};
    float[][][] matched = {MATCHED, MATCHED};
    double both = loss(cores, edges, matched);
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> loss = loss(run, run.nodes(cores), edges, matched, 1, 0);
      assertThat((double) run.scalar(loss)).isCloseTo(both / 2, Offset.offset(1e-5));
    }
  }

  @Test
  void isTheCrossEntropyOfTheEdgesThatTheMatchingCarriesOver() {
    // wanted: 0 - 2 only
    double expected = -(Math.log(0.8) + Math.log(0.5) + Math.log(0.2)) / 3;
    assertThat(loss(new float[][][] {CORE}, new float[][][] {EDGES}, new float[][][] {MATCHED}))
        .isCloseTo(expected, Offset.offset(5e-4));
  }

  @Test
  void wantsNoEdgeAtCoreNodesWithoutEntity() {
    double expected = -(Math.log(0.8) + Math.log(0.5) + Math.log(0.2)) / 3;
    // the same edges but nothing matched: 1 - 0.2, 1 - 0.5, 1 - 0.8
    assertThat(
            loss(
                new float[][][] {CORE}, new float[][][] {EDGES}, new float[][][] {new float[2][3]}))
        .isCloseTo(expected, Offset.offset(5e-4));
    float[][] high = {{0, 0.9f, 0.9f}, {0.9f, 0, 0.9f}, {0.9f, 0.9f, 0}};
    assertThat(
            loss(
                new float[][][] {high}, new float[][][] {EDGES}, new float[][][] {new float[2][3]}))
        .isCloseTo(-Math.log(0.1), Offset.offset(1e-3));
  }

  @Test
  void doesNotCountTheDiagonal() {
    float[][] selfLoops = {{1, 0.2f, 0.5f}, {0.2f, 1, 0.8f}, {0.5f, 0.8f, 1}};
    float[][] toItself = {{1, 1}, {1, 0}};
    assertThat(
            loss(
                new float[][][] {selfLoops}, new float[][][] {toItself}, new float[][][] {MATCHED}))
        .isCloseTo(
            loss(new float[][][] {CORE}, new float[][][] {EDGES}, new float[][][] {MATCHED}),
            Offset.offset(1e-6));
  }

  @Test
  void isSmallForTheRightCoreAndFiniteForTheWrongOne() {
    float[][] right = {{0, 0, 1}, {0, 0, 0}, {1, 0, 0}};
    float[][] wrong = {{0, 1, 0}, {1, 0, 1}, {0, 1, 0}};
    assertThat(loss(new float[][][] {right}, new float[][][] {EDGES}, new float[][][] {MATCHED}))
        .isBetween(0.0, 3e-4);
    assertThat(loss(new float[][][] {wrong}, new float[][][] {EDGES}, new float[][][] {MATCHED}))
        .isBetween(5.0, 20.0);
  }

  @Test
  void averagesOverSentencesAndIgnoresPaddedEntities() {
    float[][] paddedEdges = {{0, 1, 0}, {1, 0, 0}, {0, 0, 0}};
    float[][] paddedMatched = {MATCHED[0], MATCHED[1], {0, 0, 0}};
    double one = loss(new float[][][] {CORE}, new float[][][] {EDGES}, new float[][][] {MATCHED});
    double none =
        loss(new float[][][] {CORE}, new float[][][] {EDGES}, new float[][][] {new float[2][3]});
    assertThat(
            loss(
                new float[][][] {CORE, CORE},
                new float[][][] {paddedEdges, new float[3][3]},
                new float[][][] {paddedMatched, new float[3][3]}))
        .isCloseTo((one + none) / 2, Offset.offset(5e-4));
  }

  @Test
  void movesEdgesTowardsThoseWantedEvenFromTheEndsOfTheirRange() {
    float[][] wrong = {{0, 1, 0}, {1, 0, 0}, {0, 0, 0}};
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> core = run.nodes(new float[][][] {wrong});
      Operand<TFloat32> loss =
          loss(run, core, new float[][][] {EDGES}, new float[][][] {MATCHED}, 1);
      float[] gradient = run.gradient(loss, core);
      assertThat(gradient[1]).as("an edge of 1 that should be 0").isFinite().isPositive();
      assertThat(gradient[2]).as("an edge of 0 that should be 1").isFinite().isNegative();
    }
  }

  private static double normalised(float[][][] core, float[][][] edges, float[][][] matched) {
    try (GraphRun run = GraphRun.inference()) {
      return run.scalar(
          loss(run, Similarity.NORMALISED, run.nodes(core), edges, matched, ones(core.length)));
    }
  }

  /** Three entities, the first joined to both others, at core nodes 2, 0 and 1. */
  @Test
  void theNormalisedFormWantsEdgesDividedByTheRootsOfTheirDegrees() {
    float[][] star = {{0, 1, 1}, {1, 0, 0}, {1, 0, 0}};
    float[][] matched = {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}};
    double edge = Math.sqrt(0.5); // degrees of 2 and 1
    double expected =
        -(Math.log(0.8)
                + edge * Math.log(0.5)
                + (1 - edge) * Math.log(0.5)
                + edge * Math.log(0.8)
                + (1 - edge) * Math.log(0.2))
            / 3;
    assertThat(
            normalised(new float[][][] {CORE}, new float[][][] {star}, new float[][][] {matched}))
        .isCloseTo(expected, Offset.offset(5e-4));
  }

  @Test
  void theNormalisedFormCountsMatchedCoreNodesAlone() {
    // nodes 0 and 2, an edge between them; those at node 1 may be what they are
    assertThat(
            normalised(new float[][][] {CORE}, new float[][][] {EDGES}, new float[][][] {MATCHED}))
        .isCloseTo(-Math.log(0.5), Offset.offset(5e-4));
    // one entity has no pair, none neither; and they count as 0 in the mean
    assertThat(
            normalised(
                new float[][][] {CORE, CORE, CORE, CORE},
                new float[][][] {EDGES, EDGES, EDGES, EDGES},
                new float[][][] {MATCHED, {{0, 0, 1}, {0, 0, 0}}, new float[2][3], MATCHED}))
        .isCloseTo(-Math.log(0.5) / 2, Offset.offset(5e-4));
  }

  /** A core whose edges are as normalised as those wanted can't be better; the paper's can. */
  @Test
  void theNormalisedFormIsLeastAtACoreThatEquationThreeCanGive() {
    float root = (float) Math.sqrt(0.5);
    float[][] star = {{0, 1, 1}, {1, 0, 0}, {1, 0, 0}};
    float[][] matched = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    float[][] reachable = {{0, root, root}, {root, 0, 0}, {root, 0, 0}};
    for (Similarity form : Similarity.values()) {
      try (GraphRun run = GraphRun.training()) {
        Operand<TFloat32> core = run.nodes(new float[][][] {reachable});
        float slope =
            run.gradient(
                    loss(run, form, core, new float[][][] {star}, new float[][][] {matched}, 1),
                    core)[1];
        switch (form) {
          case PAPER -> assertThat(slope).isLessThan(-0.1f);
          case NORMALISED -> assertThat(slope).isCloseTo(0, Offset.offset(1e-3f));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasRightGradients(Similarity form) {
    GradientCheck.of(
            (context, inputs) -> {
              GoldGraphInputs gold =
                  new GoldGraphInputs(
                      inputs.get("edges"),
                      inputs.get("edges"),
                      inputs.integers("counts"),
                      context.tf().constant(new float[] {1}));
              return SimilarityLoss.build(
                  context,
                  form,
                  core(context.tf(), inputs.get("core")),
                  gold,
                  new GoldMatching(inputs.get("edges"), inputs.get("matched")));
            })
        .input("core", Shape.of(1, 3, 3), .5f, .2f, .5f, .2f, .5f, .8f, .5f, .8f, .5f)
        .constant("edges", Shape.of(1, 2, 2), 0f, 1, 1, 0)
        .constant("matched", Shape.of(1, 2, 3), 0f, 0, 1, 1, 0, 0)
        .constant("counts", Shape.of(1), 2)
        .check();
  }
}
