package org.relunet.graph.unet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.graph.convolution.Aggregator;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.pooling.AssignmentInput;
import org.relunet.graph.pooling.AssignmentNormalization;
import org.relunet.graph.pooling.GraphUnpooling.Skip;
import org.relunet.graph.pooling.NodeGraph;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.relunet.graph.testing.GraphValues;
import org.relunet.graph.unet.RelUNetSettings.Convolution;
import org.relunet.graph.unet.RelUNetSettings.Normalization;
import org.relunet.graph.unet.RelUNetSettings.Pooling;
import org.relunet.graph.unet.RelUNetSettings.SkipSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class RelUNetTrainingTest {
  private static final GraphValues TREES = GraphValues.trees(6, 7, 4, 1);

  private static Operand<TFloat32> words(GraphRun run, Pooling pooling, double dropout) {
    RelUNetSettings settings =
        RelUNetExamples.settings(
            pooling, AssignmentNormalization.NODES, Skip.ADD, SkipSource.INPUT, dropout);
    return new RelUNet(settings).build(run.context(), TREES.in(run)).words();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY") // has nothing random
  void givesTheSameForTheSameStepSeed(Pooling pooling) {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> words = words(run, pooling, 0.3);
      float[] first = run.atStep(11).values(words);
      float[] other = run.atStep(12).values(words);
      assertThat(run.atStep(11).values(words)).isEqualTo(first);
      assertThat(other).isNotEqualTo(first);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY") // has nothing random
  void givesTheSameInTheSameGraphBuiltAgain(Pooling pooling) {
    assertThat(built(pooling)).isEqualTo(built(pooling));
  }

  private static float[] built(Pooling pooling) {
    try (GraphRun run = GraphRun.training()) {
      return run.values(words(run, pooling, 0.3));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY") // has nothing random
  void samplesNeighboursEvenWithoutDropout(Pooling pooling) {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> words = words(run, pooling, 0);
      assertThat(run.atStep(2).values(words)).isNotEqualTo(run.atStep(1).values(words));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY") // has nothing random
  void dropsPartsOfTheUNetButNothingOfTheEncoder(Pooling pooling) {
    // no convolution that samples: what changes from step to step is dropped
    RelUNetSettings settings =
        new RelUNetSettings(
            true,
            pooling,
            List.of(4, 3),
            1,
            Convolution.GCN,
            Aggregator.MEAN,
            0,
            AssignmentNormalization.NODES,
            AssignmentInput.CONVOLVED,
            0,
            1,
            Skip.ADD,
            SkipSource.INPUT,
            false,
            RelUNetSettings.NodeNormalization.NONE,
            Normalization.NONE,
            Normalization.NONE,
            0.9,
            0);
    try (GraphRun run = GraphRun.training()) {
      NodeGraph trees = TREES.in(run);
      Operand<TFloat32> words = new RelUNet(settings).build(run.context(), trees).words();
      float[] first = run.atStep(1).values(words);
      assertThat(run.atStep(2).values(words)).isNotEqualTo(first);
      int untouched = 0;
      float[][] dropped = run.cube(words)[0];
      for (int word = 0; word < dropped.length; word++) {
        for (int i = 0; i < dropped[word].length; i++) {
          untouched += dropped[word][i] == TREES.nodes()[0][word][i] ? 1 : 0;
        }
      }
      assertThat(untouched).isPositive();
    }
  }

  @Test
  void trainsTheParametersThatInferenceReads() {
    try (GraphRun run = GraphRun.training()) {
      NodeGraph trees = TREES.in(run);
      RelUNet network = RelUNetExamples.PAPER.network();
      network.build(run.context(), trees);
      int parameters = run.parameters().all().size();
      network.build(run.inferenceContext(), trees);
      assertThat(run.parameters().all()).hasSize(parameters).allMatch(Parameter::trained);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PAPER", "TRANSDUCTIVE", "CONVOLVED", "WITHOUT_POOLING"})
  void hasRightGradients(RelUNetExamples example) {
    GradientCheck.of(
            (context, inputs) -> {
              Operand<TFloat32> nodes = inputs.get("nodes");
              NodeGraph tree = new NodeGraph(nodes, inputs.get("edges"), inputs.get("mask"));
              Operand<TFloat32> words = example.smallest().build(context, tree).words();
              // what the U-Net adds to the words: the rest is known to be right, and large
              return context.tf().math.sub(words, nodes);
            })
        .input("nodes", Shape.of(1, 4, 3), 3, -1, 2, 2, -1, 4, 1, 3, -2, -2, 2, 1)
        .constant("edges", Shape.of(1, 4, 4), 0f, 1, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0)
        .constant("mask", Shape.of(1, 4), 1f, 1, 1, 1)
        .check();
  }

  @Test
  void gradientsOfAShortSentenceAreFinite() {
    try (GraphRun run = GraphRun.training()) {
      RelUNet network = RelUNetExamples.PAPER.network();
      NodeGraph trees = GraphValues.trees(6, 1).in(run);
      Operand<TFloat32> words = network.build(run.context(), trees).words();
      for (float slope : run.gradient(words, trees.nodes())) {
        assertThat(slope).isFinite();
      }
    }
  }
}
