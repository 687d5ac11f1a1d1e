package org.relunet.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.TextTriple;
import org.relunet.training.TinyTraining;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;

/** What a training says of data that it can't use. */
final class TrainingInputTest {
  @TempDir static Path directory;

  private static TinyTraining training;

  @BeforeAll
  static void write() throws IOException {
    training = new TinyTraining(directory).write();
  }

  private static Path output() {
    return directory.resolve("output");
  }

  private static Path data(String name, String text, TextTriple... triples) throws IOException {
    return TinyTraining.data(
        directory.resolve(name), List.of(new TinyTraining.Example(text, List.of(triples))));
  }

  @Test
  void aNameThatNoModelCanHaveIsRefusedBeforeAnythingIsRead() {
    TrainingRequest request =
        new TrainingRequest(
            training.configuration(List.of("data.train=/no/such.json")),
            output(),
            "WebNLG",
            OptionalLong.empty(),
            TrainingRequest.Beginning.ANEW);

    assertThatThrownBy(() -> TinyTraining.run(request, new ArrayList<>()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("model name 'WebNLG' is not allowed: use 1 to 64 of a-z");
    assertThat(output()).doesNotExist();
  }

  @Test
  void somethingElseInTheModelsPlaceIsRefusedBeforeAnythingIsRead() throws IOException {
    Path output = directory.resolve("taken");
    Files.createDirectories(output.resolve("model"));

    assertThatThrownBy(() -> training.train(output, "data.train=/no/such.json"))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining(output.resolve("model").toString())
        .hasMessageContaining("not a model package");
  }

  @Test
  void aFileThatIsNotNamedIsAskedFor() {
    assertThatThrownBy(() -> training.train(output(), "data.train="))
        .isInstanceOf(TrainingException.class)
        .hasMessage("data.train: name a file, in the configuration or on the command line");
  }

  @Test
  void aFileThatIsNotThereIsNamedWithItsKey() {
    assertThatThrownBy(() -> training.train(output(), "data.train=no/such.json"))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith("data.train: there is no file no/such.json in /");
    assertThatThrownBy(() -> training.train(output(), "data.dev=/no/such.json"))
        .isInstanceOf(TrainingException.class)
        .hasMessage("data.dev: there is no file /no/such.json");
    assertThatThrownBy(() -> training.train(output(), "data.relations=/no/such.json"))
        .isInstanceOf(TrainingException.class)
        .hasMessage("data.relations: there is no file /no/such.json");
    assertThat(output()).doesNotExist();
  }

  @Test
  void aFileWithBrokenRecordsIsNamedWithTheLine() throws IOException {
    Path broken = directory.resolve("broken.jsonl");
    Files.writeString(
        broken, "{\"text\": \"a b\", \"triple_list\": []}\n{\"text\": \"a b\", \"triple_\n");

    assertThatThrownBy(() -> training.train(output(), "data.train=" + broken))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining(broken + ":2");
    assertThat(output()).doesNotExist();
  }

  @Test
  void anEmptyFileIsNamed() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty.json"));

    assertThatThrownBy(() -> training.train(output(), "data.train=" + empty))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining(empty.toString());
  }

  @Test
  void dataWhoseRelationsAreNotInTheSchemaIsRefusedWithNamesThatMayBeMeant() throws IOException {
    Path relations = directory.resolve("relations.json");
    Files.writeString(relations, "[\"birthPlace\", \"basedIn_\"]");

    assertThatThrownBy(
            () -> training.train(directory.resolve("foreign"), "data.relations=" + relations))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining(training.trainFile() + ": no triple can be used for training")
        .hasMessageContaining("relation schema that belongs to this data")
        .hasMessageContaining("'basedIn' (10), did you mean 'basedIn_'?");
  }

  @Test
  void dataWithoutAnyTripleIsRefused() throws IOException {
    Path silent = data("silent.json", "Anna Bell was born in Rome .");

    assertThatThrownBy(() -> training.train(directory.resolve("x"), "data.train=" + silent))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("holds no triple");
  }

  @Test
  void dataWhoseEntitiesAreNotInTheTextIsRefused() throws IOException {
    Path wrong =
        data("wrong.json", "Anna was born in Rome .", new TextTriple("Bob", "bornIn", "Oslo"));

    assertThatThrownBy(() -> training.train(directory.resolve("y"), "data.train=" + wrong))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining(wrong + ": no triple can be used for training")
        .hasMessageContaining("entities must be stretches of their text");
  }

  @Test
  void dataThatIsLongerThanTheEncoderTakesIsRefused() throws IOException {
    Path longer =
        data(
            "long.json",
            "today , ".repeat(30) + "Anna was born in Rome .",
            new TextTriple("Anna", "bornIn", "Rome"));

    assertThatThrownBy(() -> training.train(directory.resolve("z"), "data.train=" + longer))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining(longer + ": every text is longer than the encoder takes");
  }

  @Test
  void whatIsDroppedIsTold() throws IOException {
    List<TinyTraining.Example> examples = new ArrayList<>(TinyTraining.examples());
    examples.add(
        new TinyTraining.Example(
            "Anna works for Acme .",
            List.of(
                new TextTriple("Anna", "worksFor", "Acme"),
                new TextTriple("Anna", "worksFor", "Acme"),
                new TextTriple("Bob", "worksFor", "Acme"))));
    examples.add(
        new TinyTraining.Example(
            "today , ".repeat(30) + "Anna works for Acme .",
            List.of(new TextTriple("Anna", "worksFor", "Acme"))));
    Path file = TinyTraining.data(directory.resolve("mixed.json"), examples);
    List<String> messages = new ArrayList<>();

    TinyTraining.run(
        training.request(
            directory.resolve("told"), false, "data.train=" + file, "training.epochs=1"),
        messages);

    assertThat(String.join("\n", messages))
        .contains(file.toString())
        .contains("dropped 1 triple: triple is listed twice")
        .contains("Bob")
        .contains("1 text can't be read")
        .contains("mixed-32")
        .contains("wrote model tiny-");
    // 30 texts and one of the two more, in batches of 4
    assertThat(Metrics.of(directory.resolve("told")).steps()).hasSize(8);
  }

  @Test
  void aDevelopmentFileThatNoEpochCouldScoreOnIsRefusedBeforeAnythingIsMade() throws IOException {
    Path silent = data("silent-dev.json", "Anna Bell was born in Rome .");
    Path foreign =
        data("foreign-dev.json", "Anna left Acme .", new TextTriple("Anna", "worksfor_", "Acme"));

    assertThatThrownBy(() -> training.train(output(), "data.dev=" + silent))
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith(silent + ": lists no triple");
    assertThatThrownBy(() -> training.train(output(), "data.dev=" + foreign))
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith(foreign + ": has none of the relations that are learned")
        .hasMessageContaining("'worksfor_' (1), did you mean 'worksFor'?");
    assertThat(output()).doesNotExist();
  }

  @Test
  void aDirectoryInPlaceOfAFileIsCalledOne() {
    assertThatThrownBy(() -> training.train(output(), "data.train=" + directory))
        .isInstanceOf(TrainingException.class)
        .hasMessage("data.train: " + directory + " is a directory; name a file in it");
  }
}
