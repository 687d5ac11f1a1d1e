package org.relunet.training.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.corpus.TextTriple;
import org.relunet.network.ShapedValues;
import org.relunet.network.StoredVariables;
import org.relunet.training.TinyTraining;
import org.relunet.training.TrainingException;
import org.relunet.training.run.TrainingRun;

/** Trainings that begin with the weights of a stored model. */
final class ParentModelTest {
  @TempDir static Path directory;

  private static TinyTraining training;
  private static TrainingRun.Result parent;

  @BeforeAll
  static void train() throws IOException {
    training = new TinyTraining(directory).write();
    parent = training.train(directory.resolve("parent"));
  }

  private static String fromParent() {
    return "training.start-from=" + parent.model().directory();
  }

  @Test
  void withoutLearningTheModelIsItsParentThoughItsSchemaGrew() throws Exception {
    List<TinyTraining.Example> examples = new ArrayList<>(TinyTraining.examples());
    examples.add(
        new TinyTraining.Example(
            "Anna Bell was born in Acme .",
            List.of(new TextTriple("Anna Bell", "aNewRelation", "Acme"))));
    Path data = TinyTraining.data(directory.resolve("more.json"), examples);
    List<String> messages = new ArrayList<>();

    TrainingRun.Result child =
        TinyTraining.run(
            training.request(
                directory.resolve("child"),
                false,
                fromParent(),
                "data.train=" + data,
                "training.epochs=1",
                "training.encoder-learning-rate=0",
                "training.head-learning-rate=0"),
            messages);

    List<String> known = parent.model().relations().relations();
    assertThat(known).doesNotContain("aNewRelation");
    List<String> all = new ArrayList<>(known);
    all.add("aNewRelation");
    assertThat(child.model().relations().relations()).isEqualTo(all);
    assertThat(child.model().provenance().parentModel()).contains(parent.model().version());
    assertThat(child.development().overall().score())
        .isEqualTo(parent.development().overall().score());
    assertThat(messages)
        .contains(
            "beginning with the weights of "
                + parent.model().version()
                + ", which gets 1 new relation");
    assertThat(Files.readString(directory.resolve("child/run.json")))
        .contains(parent.model().version());
  }

  @Test
  void itIsTransferredToOtherRelations() throws Exception {
    Path data =
        TinyTraining.data(
            directory.resolve("others.json"),
            TinyTraining.examples().stream()
                .map(
                    example ->
                        new TinyTraining.Example(
                            example.text(),
                            example.triples().stream()
                                .map(t -> new TextTriple(t.subject(), "other", t.object()))
                                .distinct()
                                .toList()))
                .toList());
    List<String> messages = new ArrayList<>();

    TrainingRun.Result child =
        TinyTraining.run(
            training.request(
                directory.resolve("transferred"),
                false,
                fromParent(),
                "training.start-schema=data",
                "data.train=" + data,
                "data.dev=" + data,
                "data.relations=",
                "training.epochs=1",
                "training.encoder-learning-rate=0",
                "training.head-learning-rate=0"),
            messages);

    assertThat(child.model().relations().relations()).containsExactly("other");
    Map<String, ShapedValues> before = values(parent);
    Map<String, ShapedValues> after = values(child);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    List<String> changed =
        before.keySet().stream()
            .filter(name -> !after.get(name).shape().equals(before.get(name).shape()))
            .toList();
    assertThat(changed).isNotEmpty().allMatch(name -> name.contains("object"));
    before.forEach(
        (name, values) -> {
          if (!changed.contains(name)) {
            assertThat(after.get(name).values()).as(name).isEqualTo(values.values());
          }
        });
    assertThat(messages)
        .contains(
            "beginning with the weights of "
                + parent.model().version()
                + ", whose relations give way to those of the data");
  }

  private static Map<String, ShapedValues> values(TrainingRun.Result result) throws IOException {
    return StoredVariables.of(result.model().savedModelDirectory()).all();
  }

  @Test
  void anotherNetworkThanTheParentsIsRefusedByTheNamesOfItsParameters() {
    assertThatThrownBy(
            () ->
                TinyTraining.run(
                    training.request(
                        directory.resolve("other"), false, fromParent(), "relunet.enabled=false"),
                    new ArrayList<>()))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith("training.start-from: " + parent.model().directory())
        .hasMessageContaining("does not fit this training's network")
        .hasMessageContaining(": this training would not learn it");
  }

  @Test
  void aPlaceWithoutAModelIsNamed() {
    assertThatThrownBy(
            () ->
                TinyTraining.run(
                    training.request(
                        directory.resolve("none"),
                        false,
                        "training.start-from=" + directory.resolve("nothing-here")),
                    new ArrayList<>()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("training.start-from: ")
        .hasMessageContaining("there is no such directory");
  }
}
