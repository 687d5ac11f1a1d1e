package org.relunet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;
import org.relunet.encoder.transformer.FineTuning;
import org.relunet.graph.loss.LossSettings;
import org.relunet.graph.optimizer.AdamWSettings;
import org.relunet.graph.part.Feeds;

final class TrainingNetworkTest {
  private static final AdamWSettings OPTIMIZATION = new AdamWSettings(0.01, 1);
  private static final double RATE = 0.01;

  @TempDir Path directory;

  /** Graphs take long to build; every test gives them first values anew. */
  private static NetworkParts parts;

  private static TrainingNetwork network;

  /** The same in another graph. */
  private static TrainingNetwork other;

  private static List<LabelledSentence> examples;

  @BeforeAll
  static void build() {
    parts = TinyNetworks.partlyFrozen();
    examples = TinyNetworks.examples(parts);
    network = network(parts);
    other = network(parts);
  }

  @AfterAll
  static void close() {
    network.close();
    other.close();
  }

  @BeforeEach
  void initialize() {
    network.initialize(3);
    other.initialize(4);
  }

  private static TrainingNetwork network(NetworkParts parts) {
    return new TrainingNetwork(parts, TinyNetworks.LOSSES, OPTIMIZATION, TinyNetworks.THREADS);
  }

  private List<TrainingStep> steps(int from, int to, Optional<FrozenStates> states) {
    return steps(network, from, to, states);
  }

  private List<TrainingStep> steps(
      TrainingNetwork trained, int from, int to, Optional<FrozenStates> states) {
    List<TrainingStep> steps = new ArrayList<>();
    try (Feeds feeds = trained.prepare(examples, states)) {
      for (int step = from; step < to; step++) {
        steps.add(trained.step(feeds, RATE, RATE, step));
      }
    }
    return steps;
  }

  @Test
  void stepsLearnAFewSentencesByHeart() {
    List<TrainingStep> steps = steps(0, 200, Optional.empty());

    TrainingStep first = steps.get(0);
    TrainingStep last = steps.get(199);
    assertThat(last.loss()).isLessThan(first.loss() / 3);
    assertThat(last.extractionLoss()).isLessThan(first.extractionLoss() / 5);
    assertThat(first.loss())
        .isCloseTo(
            first.extractionLoss() + first.matchingLoss() + 0.1 * first.similarityLoss(),
            withinPercentage(0.01));
    assertThat(first.measures())
        .containsOnlyKeys(
            "assignmentEntropy0", "assignmentEntropy1", "unpooledShare", "unpooledVariation");
    assertThat(first.measures().values()).allMatch(value -> value > 0);
    List<List<ScoredTriple>> found = network.extract(examples, Optional.empty());
    for (int i = 0; i < examples.size(); i++) {
      assertThat(found.get(i).stream().map(ScoredTriple::triple))
          .containsExactlyInAnyOrder(examples.get(i).gold().toArray(WordTriple[]::new));
    }
  }

  @Test
  void theSameSeedsGiveTheSameBits() {
    List<TrainingStep> steps = steps(0, 10, Optional.empty());

    other.initialize(3);
    assertThat(steps(other, 0, 10, Optional.empty())).isEqualTo(steps);
    assertThat(other.trainedValues()).usingRecursiveComparison().isEqualTo(network.trainedValues());
  }

  @Test
  void anotherSeedOfAStepDropsOutOtherUnits() {
    try (Feeds feeds = network.prepare(examples, Optional.empty())) {
      double loss = network.step(feeds, 0, 0, 1).loss();

      assertThat(network.step(feeds, 0, 0, 2).loss()).isNotEqualTo(loss);
      assertThat(network.step(feeds, 0, 0, 1).loss()).isEqualTo(loss);
    }
  }

  @Test
  void trainingGoesOnFromACheckpointAsIfNothingHadHappened() throws IOException {
    steps(0, 5, Optional.empty());
    network.saveAll(directory.resolve("last"));
    List<TrainingStep> uninterrupted = steps(5, 10, Optional.empty());

    other.initializeFrozen(3);
    other.restoreAll(directory.resolve("last"));
    assertThat(steps(other, 5, 10, Optional.empty())).isEqualTo(uninterrupted);
    assertThat(other.trainedValues()).usingRecursiveComparison().isEqualTo(network.trainedValues());
  }

  @Test
  void trainedValuesComeBackExactlyAsTheyWereSaved() throws IOException {
    steps(0, 2, Optional.empty());
    Map<String, float[]> before = network.trainedValues();
    network.saveTrained(directory.resolve("best"));
    steps(2, 4, Optional.empty());
    assertThat(network.trainedValues().get("casrel.object.tags.kernel"))
        .isNotEqualTo(before.get("casrel.object.tags.kernel"));

    network.restoreTrained(directory.resolve("best"));

    assertThat(network.trainedValues()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void keptStatesOfFrozenLayersStandForComputingThem() {
    List<NumericSentence> sentences = examples.stream().map(LabelledSentence::sentence).toList();
    List<Integer> progress = new ArrayList<>();
    try (FrozenStates states = network.frozenStates(sentences, directory, progress::add)) {
      assertThat(progress).containsExactly(3);
      List<TrainingStep> fed = steps(0, 60, Optional.of(states));
      List<List<ScoredTriple>> found = network.extract(reversed(), Optional.of(states));
      List<List<ScoredTriple>> computed = network.extract(reversed(), Optional.empty());

      assertThat(found).hasSize(3).anyMatch(triples -> !triples.isEmpty());
      assertThat(found)
          .usingRecursiveComparison()
          .withComparatorForType(closeTo(1e-5), Double.class)
          .isEqualTo(computed);
      other.initialize(3);
      assertThat(fed.get(0).loss())
          .isCloseTo(steps(other, 0, 1, Optional.empty()).get(0).loss(), within(1e-4));
    }
    assertThat(directory).isEmptyDirectory();
  }

  private List<LabelledSentence> reversed() {
    return List.of(examples.get(2), examples.get(1), examples.get(0));
  }

  private static Comparator<Double> closeTo(double most) {
    return (one, other) -> Math.abs(one - other) <= most ? 0 : Double.compare(one, other);
  }

  @Test
  void aNetworkThatIsTrainedWholeHasNoFrozenStates() {
    try (TrainingNetwork whole = network(TinyNetworks.parts())) {
      assertThat(whole.hasFrozenStates()).isFalse();
    }
    assertThat(network.hasFrozenStates()).isTrue();
  }

  @Test
  void withoutTheUNetOnlyTheExtractionIsLearned() {
    try (TrainingNetwork casrel = network(TinyNetworks.parts(FineTuning.FULL, false))) {
      casrel.initialize(3);
      TrainingStep step = steps(casrel, 0, 1, Optional.empty()).get(0);

      assertThat(step.loss()).isEqualTo(step.extractionLoss()).isPositive();
      assertThat(step.matchingLoss()).isZero();
      assertThat(step.similarityLoss()).isZero();
      assertThat(step.measures()).isEmpty();
      try (Feeds feeds = casrel.prepare(examples, Optional.empty())) {
        assertThat(casrel.coreGradients(feeds, 0)).isEmpty();
      }
    }
  }

  @Test
  void tellsHowStronglyTheLossesPullAtTheCore() {
    try (Feeds feeds = network.prepare(examples, Optional.empty());
        TrainingNetwork indifferent =
            new TrainingNetwork(
                parts,
                new LossSettings(
                    0,
                    0,
                    LossSettings.Matching.CONTRASTIVE,
                    false,
                    LossSettings.Similarity.PAPER,
                    false,
                    0,
                    0,
                    1,
                    0),
                OPTIMIZATION,
                TinyNetworks.THREADS)) {
      assertThat(network.coreGradients(feeds, 1))
          .containsOnlyKeys("coreGradientOfExtraction", "coreGradientOfCoreLosses");
      assertThat(network.coreGradients(feeds, 1).values()).allMatch(norm -> norm > 0);
      assertThat(network.coreGradients(feeds, 1)).isEqualTo(network.coreGradients(feeds, 1));

      indifferent.initialize(3);
      try (Feeds its = indifferent.prepare(examples, Optional.empty())) {
        Map<String, Double> norms = indifferent.coreGradients(its, 1);
        assertThat(norms.get("coreGradientOfCoreLosses")).isZero();
        assertThat(norms.get("coreGradientOfExtraction"))
            .isEqualTo(network.coreGradients(feeds, 1).get("coreGradientOfExtraction"));
      }
    }
  }

  private static LossSettings losses(boolean stopAtWords, double relationPresence) {
    return new LossSettings(
        1,
        1,
        LossSettings.Matching.CONTRASTIVE,
        true,
        LossSettings.Similarity.NORMALISED,
        stopAtWords,
        1,
        relationPresence,
        1,
        0);
  }

  /** The first step's gradient of the encoder, less that of the extraction alone. */
  private static double pullAtTheEncoder(LossSettings losses) {
    Map<String, float[]> with = afterOneStep(losses);
    Map<String, float[]> without =
        afterOneStep(
            new LossSettings(
                0,
                0,
                LossSettings.Matching.CONTRASTIVE,
                false,
                LossSettings.Similarity.PAPER,
                false,
                0,
                0,
                1,
                0));
    double difference = 0;
    for (Map.Entry<String, float[]> parameter : with.entrySet()) {
      if (parameter.getKey().startsWith("encoder.")) {
        float[] other = without.get(parameter.getKey());
        for (int i = 0; i < other.length; i++) {
          difference = Math.max(difference, Math.abs(parameter.getValue()[i] - other[i]));
        }
      }
    }
    return difference;
  }

  private static Map<String, float[]> afterOneStep(LossSettings losses) {
    NetworkParts quiet = TinyNetworks.withSettings(TinyNetworks.SETTINGS);
    try (TrainingNetwork trained =
        new TrainingNetwork(quiet, losses, new AdamWSettings(0, 1000), TinyNetworks.THREADS)) {
      trained.initialize(3);
      try (Feeds feeds = trained.prepare(TinyNetworks.examples(quiet), Optional.empty())) {
        assertThat(trained.coreGradients(feeds, 1).values()).allMatch(Double::isFinite);
        trained.step(feeds, RATE, RATE, 1);
      }
      return trained.trainedValues();
    }
  }

  @Test
  void theCoresLossesStopAtTheWordsWhereAskedFor() {
    assertThat(pullAtTheEncoder(losses(true, 0))).isZero();
    assertThat(pullAtTheEncoder(losses(false, 0))).isPositive();
    assertThat(pullAtTheEncoder(losses(true, 1))).as("relation presence goes on").isPositive();
  }

  @Test
  void tellsWhichRelationsASentenceHasFromTheCore() {
    try (TrainingNetwork trained =
        new TrainingNetwork(parts, losses(true, 0.5), OPTIMIZATION, TinyNetworks.THREADS)) {
      trained.initialize(3);
      List<TrainingStep> steps = steps(trained, 0, 150, Optional.empty());
      TrainingStep first = steps.get(0);
      double presence = first.measures().get("relationPresenceLoss");
      // three of six are present, each at first with a probability of 0.018
      assertThat(presence).isBetween(2.0, 7.0);
      assertThat(steps.get(149).measures().get("relationPresenceLoss")).isLessThan(presence / 2);
      assertThat(first.loss())
          .isGreaterThan(first.extractionLoss() + first.matchingLoss() + 0.4 * presence);
    }
  }

  @Test
  void relationPresenceWithoutACoreIsToldOf() {
    assertThatThrownBy(
            () ->
                new TrainingNetwork(
                    TinyNetworks.parts(FineTuning.FULL, false),
                    losses(false, 0.5),
                    OPTIMIZATION,
                    TinyNetworks.THREADS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("loss.relation-presence is 0.5, but there is no core")
        .hasMessageContaining("relunet.pooling");
  }

  @Test
  void aStepThatIsNotFiniteSaysSo() {
    try (Feeds feeds = network.prepare(examples, Optional.empty())) {
      assertThatThrownBy(
              () -> {
                for (int step = 0; step < 5; step++) {
                  network.step(feeds, 1e30, 1e30, step);
                }
              })
          .isInstanceOf(NonFiniteException.class);
    }
  }
}
