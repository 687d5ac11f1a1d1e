package org.relunet.graph.unet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.relunet.graph.testing.Closeness.assertClose;
import static org.relunet.graph.testing.Closeness.assertStartsWith;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.graph.convolution.Aggregator;
import org.relunet.graph.layer.LayerNormalization;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.pooling.AssignmentInput;
import org.relunet.graph.pooling.AssignmentNormalization;
import org.relunet.graph.pooling.GraphUnpooling.Skip;
import org.relunet.graph.pooling.NodeGraph;
import org.relunet.graph.testing.GraphRun;
import org.relunet.graph.testing.GraphValues;
import org.relunet.graph.unet.RelUNetSettings.Convolution;
import org.relunet.graph.unet.RelUNetSettings.Normalization;
import org.relunet.graph.unet.RelUNetSettings.Pooling;
import org.relunet.graph.unet.RelUNetSettings.SkipSource;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class RelUNetTest {
  private static final int WIDTH = 6;
  private static final String PROJECTION = "relunet.skip_projection.kernel";
  private static final int[] SIZES = {7, 2, 1};
  private static final GraphValues TREES = GraphValues.trees(WIDTH, SIZES);

  private static float[][][] words(RelUNetExamples example, GraphValues trees) {
    try (GraphRun run = GraphRun.inference()) {
      if (example == RelUNetExamples.CONVOLVED) {
        run.set(PROJECTION, identity(WIDTH)); // as if it were trained: it begins at 0
      }
      return run.cube(example.network().build(run.context(), trees.in(run)).words());
    }
  }

  private static float[] identity(int width) {
    float[] matrix = new float[width * width];
    for (int i = 0; i < width; i++) {
      matrix[i * width + i] = 1;
    }
    return matrix;
  }

  @Test
  void givesTheEncodersOwnVectorsWhereItIsSwitchedOff() {
    RelUNetSettings off =
        new RelUNetSettings(
            false,
            Pooling.MINCUT,
            List.of(16, 8),
            2,
            Convolution.SAGE,
            Aggregator.WEIGHTED_MEAN,
            5,
            AssignmentNormalization.NODES,
            AssignmentInput.CONVOLVED,
            128,
            1,
            Skip.ADD,
            SkipSource.INPUT,
            false,
            RelUNetSettings.NodeNormalization.NONE,
            Normalization.NONE,
            Normalization.LAYER_NORM,
            0.5,
            0);
    try (GraphRun run = GraphRun.training()) {
      NodeGraph tree = TREES.in(run);
      RelUNetOutput output = new RelUNet(off).build(run.context(), tree);
      assertThat(output.words()).isSameAs(tree.nodes());
      assertThat(output.core()).isEmpty();
      assertThat(run.parameters().all()).isEmpty();
    }
  }

  /** The same norm with its parameters, over the encoder's vectors: no U-Net before it. */
  @Test
  void theIdentityGivesTheNormalisedVectorsOfTheEncoder() {
    RelUNetSettings identity =
        new RelUNetSettings(
            true,
            Pooling.IDENTITY,
            List.of(16, 8),
            2,
            Convolution.SAGE,
            Aggregator.WEIGHTED_MEAN,
            5,
            AssignmentNormalization.NODES,
            AssignmentInput.CONVOLVED,
            128,
            1,
            Skip.ADD,
            SkipSource.INPUT,
            false,
            RelUNetSettings.NodeNormalization.NONE,
            Normalization.NONE,
            Normalization.LAYER_NORM,
            0.5,
            0);
    try (GraphRun run = GraphRun.training()) {
      NodeGraph tree = TREES.in(run);
      RelUNetOutput output = new RelUNet(identity).build(run.context(), tree);
      Operand<TFloat32> expected =
          LayerNormalization.apply(
              run.context().within("relunet"), "output_normalization", tree.nodes());
      assertThat(output.core()).isEmpty();
      assertThat(run.values(output.words())).isEqualTo(run.values(expected));
      assertThat(run.parameters().all())
          .extracting(Parameter::name)
          .containsExactly(
              "relunet.output_normalization.scale", "relunet.output_normalization.shift");
    }
  }

  /** Inference samples no neighbours, so that both are the same. */
  @ParameterizedTest
  @EnumSource
  void theWayToTheCoreAloneGivesTheSameCoreAndNoParameterOfItsOwn(RelUNetExamples example) {
    try (GraphRun run = GraphRun.inference()) {
      NodeGraph tree = TREES.in(run);
      RelUNet network = example.network();
      Optional<CoreTopology> core = network.build(run.context(), tree).core();
      int parameters = run.parameters().all().size();
      Optional<CoreTopology> alone = network.buildCore(run.context(), tree);
      assertThat(run.parameters().all()).hasSize(parameters);
      assertThat(alone.isPresent()).isEqualTo(core.isPresent());
      if (core.isPresent()) {
        assertThat(run.values(alone.get().graph().adjacency()))
            .isEqualTo(run.values(core.get().graph().adjacency()));
        assertThat(run.values(alone.get().graph().nodes()))
            .isEqualTo(run.values(core.get().graph().nodes()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesFiniteVectorsOfTheEncodersWidthEvenToShortSentences(RelUNetExamples example) {
    for (float[][] sentence : words(example, TREES)) {
      for (float[] word : sentence) {
        assertThat(word).hasSize(WIDTH);
        for (float value : word) {
          assertThat(value).isFinite();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void isNotChangedByPadding(RelUNetExamples example) {
    float[][][] expected = words(example, TREES);
    float[][][] padded = words(example, TREES.padded(9));
    for (int b = 0; b < SIZES.length; b++) {
      assertStartsWith(padded[b], Arrays.copyOf(expected[b], SIZES[b]));
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotMixSentences(RelUNetExamples example) {
    float[][] together = words(example, TREES)[0];
    GraphValues alone =
        new GraphValues(
            new float[][][] {TREES.nodes()[0]},
            new float[][][] {TREES.adjacency()[0]},
            new float[][] {TREES.mask()[0]});
    assertClose(words(example, alone)[0], together);
  }

  @ParameterizedTest
  @EnumSource
  void followsTheOrderOfTheWords(RelUNetExamples example) {
    GraphValues tree = GraphValues.trees(WIDTH, 6);
    int[] order = {5, 3, 0, 1, 4, 2};
    float[][] expected = words(example, tree)[0];
    float[][] rows = Arrays.stream(order).mapToObj(i -> expected[i]).toArray(float[][]::new);
    assertClose(words(example, tree.reordered(order))[0], rows);
  }

  @ParameterizedTest
  @EnumSource
  void isDeterministicInInference(RelUNetExamples example) {
    assertThat(words(example, TREES)).isDeepEqualTo(words(example, TREES));
  }

  @ParameterizedTest
  @EnumSource(names = {"GATED", "PROJECTED"})
  void beginsWithTheEncodersOwnVectorsWhereWhatItAddsBeginsAtNothing(RelUNetExamples example) {
    float[][][] words = words(example, TREES);
    for (int b = 0; b < SIZES.length; b++) {
      assertStartsWith(words[b], Arrays.copyOf(TREES.nodes()[b], SIZES[b]));
    }
  }

  /** A chain of three words of width 2 and a padded one; Z is the mean of a word's neighbours. */
  @Test
  void theConvolvedSkipAddsAProjectionOfTheNeighboursToTheWords() {
    GraphValues chain =
        new GraphValues(
            new float[][][] {{{1, 2}, {3, 4}, {5, 8}, {0, 0}}},
            new float[][][] {{{0, 1, 0, 0}, {1, 0, 1, 0}, {0, 1, 0, 0}, {0, 0, 0, 0}}},
            new float[][] {{1, 1, 1, 0}});
    float[][][] difference = new float[1][4][2];
    for (RelUNetExamples example : List.of(RelUNetExamples.CONVOLVED, RelUNetExamples.PAPER)) {
      try (GraphRun run = GraphRun.inference()) {
        int sign = example == RelUNetExamples.CONVOLVED ? 1 : -1;
        run.set("relunet.pooling_0.convolution.map.kernel", 0, 0, 0, 0, 1, 0, 0, 1);
        run.set("relunet.pooling_0.convolution.map.bias", 0, 7); // in padded rows of Z too
        if (sign > 0) {
          run.set(PROJECTION, 0, 1, 10, 0);
        }
        float[][] words =
            run.cube(example.network().build(run.context(), chain.in(run)).words())[0];
        for (int word = 0; word < 4; word++) {
          for (int i = 0; i < 2; i++) {
            difference[0][word][i] += sign * words[word][i];
          }
        }
      }
    }
    // Z: (3, 4 + 7), (3, 5 + 7), (3, 4 + 7)
    assertClose(difference[0], new float[][] {{110, 3}, {120, 3}, {110, 3}, {0, 0}});
  }

  @Test
  void theConvolvedSkipBeginsAtTheNetworkWithoutItAndLearnsFromTheFirstStep() {
    try (GraphRun run = GraphRun.training()) {
      RelUNet network = RelUNetExamples.CONVOLVED.network();
      Operand<TFloat32> words = network.build(run.context(), TREES.in(run)).words();
      Operand<TFloat32> projection =
          run.parameters().all().stream()
              .filter(parameter -> parameter.name().equals(PROJECTION))
              .findFirst()
              .orElseThrow()
              .value();
      assertThat(run.values(projection)).containsOnly(0);
      float steepest = 0;
      for (float slope : run.gradient(words, projection)) {
        steepest = Math.max(steepest, Math.abs(slope));
      }
      assertThat(steepest).isGreaterThan(0.1f);
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"GATED", "PROJECTED"}) // shut as long as they are not trained
  void readsTheTree(RelUNetExamples example) {
    GraphValues other = new GraphValues(TREES.nodes(), new float[3][7][7], TREES.mask());
    assertThat(words(example, other)[0]).isNotEqualTo(words(example, TREES)[0]);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITHOUT_POOLING")
  void tellsTheCoreTopology(RelUNetExamples example) {
    try (GraphRun run = GraphRun.inference()) {
      RelUNetOutput output = example.network().build(run.context(), TREES.in(run));
      CoreTopology core = output.core().orElseThrow();
      assertThat(core.size()).isEqualTo(3);
      assertThat(core.graph().nodes().shape().asArray()).containsExactly(-1, 3, WIDTH);
      assertThat(run.cube(core.graph().adjacency())).hasDimensions(3, 3);
      assertThat(run.values(core.graph().mask())).containsOnly(1).hasSize(9);
      assertThat(output.measures())
          .containsOnlyKeys(
              "assignmentEntropy0", "assignmentEntropy1", "unpooledShare", "unpooledVariation");
      for (int level = 0; level < 2; level++) {
        assertThat(run.scalar(output.measures().get("assignmentEntropy" + level)))
            .isBetween(0f, 1.00001f);
      }
      assertThat(run.scalar(core.auxiliaryLoss())).isFinite();
    }
  }

  /** Two sentences of width 2, the second with a padded word. */
  @Test
  void measuresWhatIsUnpooledBesideTheEncoders() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> unpooled =
          run.nodes(new float[][][] {{{3, 4}, {3, 4}}, {{5, 0}, {70, 70}}});
      NodeGraph tree =
          new GraphValues(
                  new float[][][] {{{6, 8}, {8, 6}}, {{0, 10}, {9, 9}}},
                  new float[2][2][2],
                  new float[][] {{1, 1}, {1, 0}})
              .in(run);

      Map<String, Operand<TFloat32>> alike = WordContribution.measures(run.tf(), unpooled, tree);
      assertThat(run.scalar(alike.get("unpooledShare"))).isCloseTo(0.5f, within(1e-6f));
      assertThat(run.scalar(alike.get("unpooledVariation"))).isCloseTo(0, within(1e-6f));

      Map<String, Operand<TFloat32>> opposed =
          WordContribution.measures(
              run.tf(), run.nodes(new float[][][] {{{3, 4}, {-3, -4}}, {{0, 0}, {7, 7}}}), tree);
      assertThat(run.scalar(opposed.get("unpooledVariation"))).isCloseTo(1, within(1e-6f));
    }
  }

  @Test
  void hasNoCoreWithoutPooling() {
    try (GraphRun run = GraphRun.inference()) {
      RelUNet network = RelUNetExamples.WITHOUT_POOLING.network();
      assertThat(network.build(run.context(), TREES.in(run)).core()).isEmpty();
      assertThat(run.parameters().all())
          .extracting(Parameter::name)
          .containsExactly(
              "relunet.convolution_0.map.kernel",
              "relunet.convolution_0.map.bias",
              "relunet.convolution_1.map.kernel",
              "relunet.convolution_1.map.bias");
    }
  }
}
