package org.relunet.training.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.corpus.TextTriple;
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
