package org.relunet.retraining.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.common.claim.Claim;
import org.relunet.config.Configuration;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.registry.ModelRegistry;
import org.relunet.model.store.registry.Publication;
import org.relunet.retraining.correction.Correction;
import org.relunet.retraining.correction.CorrectionReader;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.TinyTraining;

/** Retrainings of seconds, of a wording that the champion has never seen. */
class RetrainRunTest {
  private static final List<String> PEOPLE =
      List.of("Anna Bell", "Boris Gray", "Clara Stone", "David Hill", "Emma Woods");
  private static final List<String> CITIES = List.of("Rome", "Paris", "London", "Berlin", "Oslo");
  private static final Map<String, Map<Integer, Long>> OFFSETS = Map.of("fixes", Map.of(0, 25L));

  @TempDir static Path directory;

  private static TinyTraining training;
  private static ModelPackage parent;
  private static Path development;

  @BeforeAll
  static void train() throws IOException {
    training = new TinyTraining(directory).write();
    parent = training.train(directory.resolve("parent")).model();
    List<TinyTraining.Example> some = TinyTraining.manyExamples().subList(0, 30);
    development = TinyTraining.data(directory.resolve("dev.json"), some);
  }

  /** Known words in an order that the champion has never seen. */
  private static List<Correction> corrections(String relation) {
    List<Correction> corrections = new ArrayList<>();
    for (String person : PEOPLE) {
      for (String city : CITIES) {
        String message =
            """
            {"text": "Today in %s its seat has %s .",
             "triples": [{"subject": {"text": "%s"}, "relation": "%s", "object": {"text": "%s"}}]}
            """
                .formatted(city, person, person, relation, city);
        corrections.add(
            CorrectionReader.read(
                message.getBytes(StandardCharsets.UTF_8), "c" + corrections.size()));
      }
    }
    return corrections;
  }

  /** What a topic would give: all that is behind the offset. */
  private static CorrectionSource topic(List<Correction> corrections) {
    return from -> {
      long next = from.getOrDefault("fixes", Map.of()).getOrDefault(0, 0L);
      return new CorrectionSource.Collected(
          corrections.subList((int) Math.min(next, corrections.size()), corrections.size()),
          OFFSETS,
          List.of());
    };
  }

  private static ModelRegistry registry(String name) throws IOException {
    ModelRegistry registry = ModelRegistry.at(directory.resolve(name).toString());
    registry.publish(parent, Publication.of(parent, Instant.EPOCH));
    registry.promote("champion", Optional.empty(), parent.version(), "the first");
    return registry;
  }

  private static Configuration configuration(String name, String... overrides) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "data.dev=" + development,
                "retrain.registry=" + directory.resolve(name),
                "retrain.directory=" + directory.resolve(name + "-runs"),
                "retrain.holdout-share=0.3",
                "retrain.least-texts=3",
                "retrain.most-loss=20",
                "retrain.most-relation-loss=50",
                "training.epochs=4"));
    all.addAll(Arrays.asList(overrides));
    return training.configuration(all);
  }

  private static RetrainRun run(
      Configuration configuration, CorrectionSource source, Consumer<String> messages) {
    return new RetrainRun(
        configuration,
        source,
        PluginRegistry.load(RetrainRunTest.class.getClassLoader()),
        InstantSource.system(),
        messages);
  }

  private static List<Path> runs(String name) throws IOException {
    try (Stream<Path> entries = Files.list(directory.resolve(name + "-runs"))) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Test
  void aBetterModelTakesTheChampionsPlaceWhateverStageTheRunDiedIn() throws IOException {
    ModelRegistry registry = registry("calm");
    RetrainRun.Result calm =
        run(configuration("calm"), topic(corrections("bornIn")), line -> {}).run();

    assertThat(calm.promoted()).isTrue();
    assertThat(registry.alias("champion")).contains(calm.version());
    assertThat(registry.alias("candidate")).contains(calm.version());
    Publication publication = registry.publication(calm.version()).orElseThrow();
    assertThat(publication.parent()).contains(parent.version());
    assertThat(publication.offsets()).isEqualTo(OFFSETS);
    assertThat(publication.run()).contains(calm.directory().getFileName().toString());
    assertThat(publication.scores().get("candidate corrections F1"))
        .isGreaterThan(publication.scores().get("champion corrections F1"));
    assertThat(publication.gate().orElseThrow().promoted()).isTrue();
    assertThat(calm.directory().resolve("report.html"))
        .content()
        .contains("The new model was promoted.", calm.version());

    ModelRegistry stormy = registry("stormy");
    for (Stage stage : Stage.values()) {
      Consumer<String> dying =
          line -> {
            if (line.equals(stage.label())) {
              throw new IllegalStateException("died in " + stage);
            }
          };
      assertThatThrownBy(
              () -> run(configuration("stormy"), topic(corrections("bornIn")), dying).run())
          .hasMessage("died in " + stage);
      assertThat(stormy.alias("champion")).contains(parent.version());
    }
    RetrainRun.Result survived =
        run(configuration("stormy"), topic(corrections("bornIn")), line -> {}).run();

    assertThat(runs("stormy")).hasSize(1);
    assertThat(survived.promoted()).isTrue();
    assertThat(stormy.publication(survived.version()).orElseThrow().scores())
        .isEqualTo(publication.scores());
    Path weights = Path.of("training/model/saved_model/variables/variables.data-00000-of-00001");
    assertThat(survived.directory().resolve(weights))
        .hasSameBinaryContentAs(calm.directory().resolve(weights));
  }

  @Test
  void aWorseModelIsPublishedAndTheChampionStaysAndTheNextRunLearnsTheCorrectionsAgain()
      throws IOException {
    ModelRegistry registry = registry("worse");
    List<String> messages = new ArrayList<>();
    RetrainRun.Result kept =
        run(
                configuration(
                    "worse", "training.encoder-learning-rate=0", "training.head-learning-rate=0"),
                topic(corrections("bornIn")),
                messages::add)
            .run();

    assertThat(kept.promoted()).isFalse();
    assertThat(registry.alias("champion")).contains(parent.version());
    assertThat(registry.alias("candidate")).contains(kept.version());
    assertThat(messages)
        .anyMatch(line -> line.startsWith("  not met: F1 on the corrections set aside ("))
        .contains(
            "  %s was published; the champion stays %s"
                .formatted(kept.version(), parent.version()));

    RetrainRun.Result next =
        run(configuration("worse"), topic(corrections("bornIn")), messages::add).run();
    assertThat(messages).contains("  0 new corrections read, 25 of earlier runs");
    assertThat(next.promoted()).isTrue();
  }

  @Test
  void aNewRelationGetsThePlaceBehindTheOthers() throws IOException {
    registry("growing");
    RetrainRun.Result result =
        run(
                configuration("growing", "training.epochs=1"),
                topic(corrections("sawBorn")),
                line -> {})
            .run();

    List<String> relations =
        ModelPackage.open(result.directory().resolve("training/model")).relations().relations();
    List<String> expected = new ArrayList<>(parent.relations().relations());
    expected.add("sawBorn");
    assertThat(relations).isEqualTo(expected);
  }

  @Test
  void withoutAChampionTheFirstModelBecomesIt() throws IOException {
    RetrainRun.Result first =
        run(configuration("empty", "training.epochs=1"), CorrectionSource.NONE, line -> {}).run();

    assertThat(first.promoted()).isTrue();
    assertThat(ModelRegistry.at(directory.resolve("empty").toString()).alias("champion"))
        .contains(first.version());
  }

  @Test
  void aModelThatSomebodyElsePromotedMeanwhileStays() throws IOException {
    ModelRegistry registry = registry("raced");
    ModelPackage other =
        training.train(directory.resolve("other"), "training.epochs=1", "training.seed=7").model();
    registry.publish(other, Publication.of(other, Instant.EPOCH));
    List<String> messages = new ArrayList<>();
    Consumer<String> race =
        line -> {
          messages.add(line);
          if (line.equals("publish")) {
            try {
              registry.promote("champion", Optional.of(parent.version()), other.version(), "raced");
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    RetrainRun.Result result =
        run(configuration("raced"), topic(corrections("bornIn")), race).run();

    assertThat(result.promoted()).isFalse();
    assertThat(registry.alias("champion")).contains(other.version());
    assertThat(messages)
        .anyMatch(line -> line.startsWith("  " + result.version() + " is not the champion: "));
  }

  @Test
  void whatIsMissingIsSaidBeforeAnythingIsDone() throws IOException {
    assertThatThrownBy(
            () -> run(configuration("x", "data.dev="), CorrectionSource.NONE, line -> {}).run())
        .isInstanceOf(RetrainException.class)
        .hasMessageStartingWith("data.dev: ");
    assertThatThrownBy(
            () ->
                run(configuration("x", "retrain.registry="), CorrectionSource.NONE, line -> {})
                    .run())
        .isInstanceOf(RetrainException.class)
        .hasMessageStartingWith("retrain.registry: ");
    try (Claim claim =
        Claim.tryOn(directory.resolve("x-runs").resolve(".retraining")).orElseThrow()) {
      assertThat(claim).isNotNull();
      assertThatThrownBy(() -> run(configuration("x"), CorrectionSource.NONE, line -> {}).run())
          .isInstanceOf(RetrainException.class)
          .hasMessageContaining("another process retrains in ");
    }
  }

  @Test
  void anUnfinishedRunOfAnotherConfigurationIsNamed() throws IOException {
    Consumer<String> dying =
        line -> {
          if (line.equals("train")) {
            throw new IllegalStateException("died");
          }
        };
    registry("changed");
    assertThatThrownBy(
            () -> run(configuration("changed"), topic(corrections("bornIn")), dying).run())
        .hasMessage("died");
    assertThatThrownBy(
            () ->
                run(
                        configuration("changed", "training.epochs=2"),
                        topic(corrections("bornIn")),
                        line -> {})
                    .run())
        .isInstanceOf(RetrainException.class)
        .hasMessageContaining("holds a run that is not finished, of another configuration");
  }
}
