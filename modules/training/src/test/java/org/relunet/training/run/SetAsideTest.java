package org.relunet.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.format.CorpusReader;
import org.relunet.model.store.manifest.FileDigest;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.training.TinyTraining;
import org.relunet.training.TrainingException;

/** A training without a development file. */
final class SetAsideTest {
  private static final String NO_DEV = "data.dev=";

  @TempDir static Path directory;

  private static TinyTraining training;
  private static String data;

  @BeforeAll
  static void write() throws IOException {
    training = new TinyTraining(directory).write();
    data =
        "data.train="
            + TinyTraining.data(directory.resolve("many.json"), TinyTraining.manyExamples());
  }

  @Test
  void textsAreSetAsideToldAndKeptAndResumingHasTheSame() throws IOException {
    Path output = directory.resolve("output");
    List<String> messages = new ArrayList<>();

    TrainingRun.Result result =
        TinyTraining.run(
            training.request(output, false, data, NO_DEV, "training.epochs=1"), messages);

    assertThat(messages)
        .contains(
            "set aside to choose the best epoch on: 15 of 75 texts of "
                + directory.resolve("many.json")
                + ", drawn with data.split-seed 1");
    assertThat(result.development().overall().texts()).isEqualTo(15);
    assertThat(Metrics.of(output).steps()).hasSize(15); // 60 texts in batches of 4
    Path dev = output.resolve("dev.jsonl");
    assertThat(new CorpusReader().read(dev))
        .hasSize(15)
        .extracting(AnnotatedText::text)
        .isSubsetOf(TinyTraining.manyExamples().stream().map(TinyTraining.Example::text).toList());
    assertThat(result.model().provenance().dataFiles())
        .filteredOn(file -> file.role().equals("dev"))
        .extracting(DataFile::name, DataFile::sha256)
        .containsExactly(tuple("dev.jsonl", FileDigest.of(dev).sha256()));

    // the training's own seed leaves the texts as they are
    TrainingRun.Result other =
        training.train(
            directory.resolve("other"), data, NO_DEV, "training.epochs=1", "training.seed=2");
    assertThat(other.model().provenance().dataFiles())
        .isEqualTo(result.model().provenance().dataFiles());

    training.resume(output, data, NO_DEV, "training.epochs=2");
    assertThat(FileDigest.of(dev).sha256())
        .isEqualTo(result.model().provenance().dataFiles().get(1).sha256());
    assertThatThrownBy(
            () -> training.resume(output, data, NO_DEV, "training.epochs=2", "data.split-seed=2"))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("data.split-seed: 1 -> 2")
        .hasMessageContaining("data.dev: dev.jsonl (");
  }

  @Test
  void tooFewTextsAreRefusedBeforeAnythingIsMade() {
    Path output = directory.resolve("few");

    assertThatThrownBy(() -> training.train(output, NO_DEV))
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith(training.trainFile() + ": 30 texts are too few to set some aside")
        .hasMessageContaining("--dev");
    assertThat(output).doesNotExist();
  }

  @Test
  void offsetsBeyondATextStayAsFarBeyondIt() throws IOException {
    Path file = directory.resolve("beyond.jsonl");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      lines.append(
          "{\"text\": \"\\ud83d\\ude00 Rome %d .\", \"triples\": [{\"subject\": {\"text\": \"Rome\", \"start\": 2, \"end\": 6}, \"relation\": \"is\", \"object\": {\"text\": \"Oslo\", \"start\": 50, \"end\": 54}}, {\"subject\": {\"text\": \"Rome\"}, \"relation\": \"is\", \"object\": {\"text\": \"%d\"}}]}\n"
              .formatted(i, i));
    }
    Files.writeString(file, lines);
    Path output = directory.resolve("beyond");

    training.train(output, "data.train=" + file, NO_DEV, "training.epochs=1");

    assertThat(new CorpusReader().read(output.resolve("dev.jsonl")))
        .isNotEmpty()
        .allMatch(text -> isIn(text, file));
  }

  private static boolean isIn(AnnotatedText text, Path file) {
    try {
      return new CorpusReader().read(file).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
