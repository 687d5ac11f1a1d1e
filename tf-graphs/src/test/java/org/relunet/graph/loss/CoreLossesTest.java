package org.relunet.graph.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.api.triple.WordTriple;
import org.relunet.graph.convolution.Aggregator;
import org.relunet.graph.convolution.SageConvolution;
import org.relunet.graph.loss.LossSettings.Matching;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.pooling.AssignmentInput;
import org.relunet.graph.pooling.AssignmentNormalization;
import org.relunet.graph.pooling.GraphPooling;
import org.relunet.graph.pooling.NodeGraph;
import org.relunet.graph.pooling.PooledGraph;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.relunet.graph.testing.GraphValues;
import org.relunet.graph.unet.CoreTopology;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class CoreLossesTest {
  private static final int CORE = 8;

  private static PooledGraph pool(GraphContext context, NodeGraph tree, int size) {
    return new GraphPooling(
            size,
            new SageConvolution(Aggregator.WEIGHTED_MEAN, 0),
            AssignmentNormalization.NODES,
            AssignmentInput.CONVOLVED,
            0,
            1)
        .apply(context, "pooling", tree);
  }

  private static CoreTopology core(PooledGraph pooled) {
    return new CoreTopology(pooled.graph(), pooled.auxiliaryLoss());
  }

  private static CoreLosses build(
      GraphRun run, LossSettings settings, NodeGraph tree, List<List<WordTriple>> gold, int words) {
    GoldGraphInputs inputs = GoldGraphInputs.placeholders(run.tf());
    run.feeding(feeds -> inputs.feed(gold.stream().map(SentenceLabels::of).toList(), words, feeds));
    return CoreLosses.build(
        run.context(), settings, tree.nodes(), core(pool(run.context(), tree, CORE)), inputs);
  }

  private static LossSettings settings(Matching form, double mincutWeight) {
    return new LossSettings(
        0.5, 0.25, form, false, LossSettings.Similarity.PAPER, false, mincutWeight, 0, 1, 0);
  }

  /** The first word with each of the others: so many entities and one more. */
  private static List<WordTriple> star(int others) {
    List<WordTriple> triples = new ArrayList<>();
    for (int word = 1; word <= others; word++) {
      triples.add(new WordTriple(new TokenSpan(0, 0), 0, new TokenSpan(word, word)));
    }
    return triples;
  }

  @ParameterizedTest
  @EnumSource
  void weighsTheLosses(Matching form) {
    GraphValues trees = GraphValues.trees(4, 6, 3);
    try (GraphRun run = GraphRun.training()) {
      CoreLosses losses =
          build(run, settings(form, 0), trees.in(run), List.of(star(3), star(1)), 6);
      float expected =
          0.5f * run.scalar(losses.matching()) + 0.25f * run.scalar(losses.similarity());
      assertThat(run.scalar(losses.weighted())).isCloseTo(expected, Offset.offset(1e-5f));
    }
  }

  @Test
  void addsMinCutsOwnLossesWhereAskedFor() {
    GraphValues trees = GraphValues.trees(4, 6);
    try (GraphRun run = GraphRun.training()) {
      NodeGraph tree = trees.in(run);
      Matching form = Matching.CONTRASTIVE;
      CoreLosses without = build(run, settings(form, 0), tree, List.of(star(3)), 6);
      CoreLosses with = build(run, settings(form, 2), tree, List.of(star(3)), 6);
      float auxiliary = run.scalar(core(pool(run.context(), tree, CORE)).auxiliaryLoss());
      assertThat(run.scalar(with.weighted()))
          .isCloseTo(run.scalar(without.weighted()) + 2 * auxiliary, Offset.offset(1e-5f));
    }
  }

  @ParameterizedTest
  @EnumSource
  void areFiniteWithTheirGradientsForMoreEntitiesThanCoreNodesAndForNone(Matching form) {
    GraphValues trees = GraphValues.trees(4, 12, 5, 1);
    try (GraphRun run = GraphRun.training()) {
      NodeGraph tree = trees.in(run);
      CoreLosses losses =
          build(run, settings(form, 1), tree, List.of(star(11), List.of(), List.of()), 12);
      assertThat(run.scalar(losses.matching())).isFinite();
      assertThat(run.scalar(losses.similarity())).isFinite().isPositive();
      for (float slope : run.gradient(losses.weighted(), tree.nodes())) {
        assertThat(slope).isFinite();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void areNotChangedByPadding(Matching form) {
    GraphValues trees = GraphValues.trees(4, 6, 3);
    List<List<WordTriple>> gold = List.of(star(3), star(1));
    List<List<WordTriple>> more = List.of(star(3), star(1), star(5));
    float expected = weighted(form, trees, gold);
    assertThat(weighted(form, trees.padded(5), gold)).isCloseTo(expected, Offset.offset(1e-5f));
    // a third sentence brings padded entities to the others
    GraphValues three = GraphValues.trees(4, 6, 3, 6);
    float all = weighted(form, three, more);
    float[] each = new float[3];
    for (int b = 0; b < 3; b++) {
      GraphValues one =
          new GraphValues(
              new float[][][] {three.nodes()[b]},
              new float[][][] {three.adjacency()[b]},
              new float[][] {three.mask()[b]});
      each[b] = weighted(form, one, List.of(more.get(b)));
    }
    assertThat(all).isCloseTo((each[0] + each[1] + each[2]) / 3, Offset.offset(1e-5f));
  }

  private static float weighted(Matching form, GraphValues trees, List<List<WordTriple>> gold) {
    try (GraphRun run = GraphRun.inference()) {
      return run.scalar(
          build(run, settings(form, 0), trees.in(run), gold, trees.size()).weighted());
    }
  }

  @ParameterizedTest
  @EnumSource
  void haveRightGradientsThroughTheMatching(Matching form) {
    GradientCheck.of(
            (context, inputs) -> {
              Operand<TFloat32> nodes = inputs.get("nodes");
              NodeGraph tree = new NodeGraph(nodes, inputs.get("edges"), inputs.get("mask"));
              GoldGraphInputs gold =
                  new GoldGraphInputs(
                      inputs.get("entities"),
                      inputs.get("joined"),
                      inputs.integers("counts"),
                      context.tf().constant(new float[] {1}));
              LossSettings settings =
                  new LossSettings(
                      1, 5, form, false, LossSettings.Similarity.PAPER, false, 0, 0, 1, 0);
              PooledGraph pooled = pool(context, tree, 3);
              CoreLosses losses = CoreLosses.build(context, settings, nodes, core(pooled), gold);
              // the decomposition, which no loss reads, because all parameters are checked
              Ops tf = context.tf();
              var vector = tf.constant(new int[] {-1});
              return tf.concat(
                  List.of(
                      tf.reshape(losses.weighted(), vector),
                      tf.reshape(pooled.decomposition(), vector)),
                  tf.constant(0));
            })
        .input("nodes", Shape.of(1, 4, 3), 3, -1, 2, 2, -1, 4, 1, 3, -2, -2, 2, 1)
        .constant("edges", Shape.of(1, 4, 4), 0f, 1, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0)
        .constant("mask", Shape.of(1, 4), 1f, 1, 1, 1)
        .constant("entities", Shape.of(1, 2, 4), 1f, 0, 0, 0, 0, 0, .5f, .5f)
        .constant("joined", Shape.of(1, 2, 2), 0f, 1, 1, 0)
        .constant("counts", Shape.of(1), 2)
        .check();
  }
}
