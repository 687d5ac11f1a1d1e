package org.relunet.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.corpus.TextTriple;
import org.relunet.corpus.alignment.TripleText;
import org.relunet.corpus.format.CorpusReader;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.model.store.provenance.Provenance;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.assembly.Engines;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.training.TinyTraining;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;
import org.relunet.training.TrainingRequest.Beginning;
import org.relunet.training.evaluation.ModelEvaluation;
import org.relunet.training.evaluation.Reading;

/** What a training gives, and where it ends. */
final class TrainingRunTest {
  @TempDir static Path directory;

  private static TinyTraining training;

  @BeforeAll
  static void write() throws IOException {
    training = new TinyTraining(directory).write();
  }

  @Test
  void whatIsLearnedIsExtractedFromThePackage() throws IOException {
    TrainingRun.Result result = training.train(directory.resolve("learned"));

    assertThat(result.development().overall().score().f1()).isGreaterThan(0.95);
    assertOnlyTheModelHasRightsForOthers(directory.resolve("learned"));
    ModelPackage model = ModelPackage.open(directory.resolve("learned/model"));
    assertThat(model.version()).isEqualTo(result.model().version()).startsWith("tiny-");
    assertThat(model.relations().relations()).containsExactly("basedIn", "bornIn", "worksFor");
    assertProvenance(model.provenance(), result);
    Metrics metrics = Metrics.of(directory.resolve("learned"));
    assertThat(metrics.details("unpooledShare")).hasSize(64).allMatch(share -> share > 0);
    assertThat(metrics.scores("coreGradientOfExtraction")).hasSize(8).allMatch(norm -> norm > 0);
    assertThat(metrics.scores("coreGradientOfCoreLosses")).hasSize(8).allMatch(norm -> norm > 0);

    List<TinyTraining.Example> examples = TinyTraining.examples();
    try (TripleEngine engine =
        Engines.load(new EngineSpecification(model.directory().toString(), List.of(), List.of()))) {
      List<Extraction> extractions =
          engine.extract(examples.stream().map(e -> new Document("d", e.text())).toList());
      long right = 0;
      for (int i = 0; i < examples.size(); i++) {
        List<TextTriple> found = extractions.get(i).triples().stream().map(TripleText::of).toList();
        right += examples.get(i).triples().stream().filter(found::contains).count();
      }
      // each of these texts is one sentence: extraction sees what training saw
      assertThat(right).isEqualTo(result.development().overall().score().correct());
    }
  }

  private static void assertProvenance(Provenance provenance, TrainingRun.Result result) {
    assertThat(provenance.epochs()).isEqualTo(8);
    assertThat(provenance.bestEpoch()).isBetween(1, 8);
    assertThat(provenance.seed()).isEqualTo(1);
    assertThat(provenance.configuration()).contains("head-learning-rate: 0.01");
    assertThat(provenance.dataFiles()).extracting(DataFile::role).containsExactly("train", "dev");
    assertThat(provenance.dataFiles())
        .extracting(DataFile::licence)
        .containsOnly("made up for a test");
    assertThat(provenance.syntaxModels())
        .containsOnlyKeys(
            "parser.malt.model",
            "tokenizer.opennlp.sentence-model",
            "tokenizer.opennlp.tagger-model",
            "tokenizer.opennlp.token-model");
    assertThat(provenance.scores())
        .containsEntry("dev exact F1", result.development().overall().score().f1());
  }

  private static void assertOnlyTheModelHasRightsForOthers(Path run) throws IOException {
    try (Stream<Path> all = Files.walk(run)) {
      for (Path each : all.filter(path -> !path.startsWith(run.resolve("model"))).toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
            .as(each.toString())
            .isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------");
      }
    }
  }

  @Test
  void withoutTheUNetItIsTrainedAndStoredToo() throws IOException {
    TrainingRun.Result result =
        training.train(
            directory.resolve("casrel"),
            "relunet.enabled=false",
            "training.epochs=1",
            "training.storage=half");

    assertThat(Metrics.of(directory.resolve("casrel")).steps()).hasSize(8);
    assertThat(evaluation(result)).isEqualTo(result.development());
    assertThat(result.model().modelCardFile()).content().contains("as they are stored here");
    try (TripleEngine engine =
        Engines.load(
            new EngineSpecification(result.model().directory().toString(), List.of(), List.of()))) {
      assertThat(engine.extract(List.of(new Document("d", "Anna Bell was born in Rome ."))))
          .hasSize(1);
    }
  }

  @Test
  void aPartlyFrozenEncoderIsTrainedFromKeptStatesAndLoadedWithItsBase() throws Exception {
    Path tinyBert = Path.of(getClass().getResource("/tiny-bert/config.json").toURI()).getParent();
    Path output = directory.resolve("frozen");

    TrainingRun.Result result =
        training.train(
            output,
            "encoder.transformer.weights=" + tinyBert,
            "encoder.transformer.fine-tuning=top-layers",
            "encoder.transformer.top-layers=1");

    assertThat(result.development().overall().score().f1()).isPositive();
    try (Stream<Path> files = Files.list(output)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "checkpoints",
              "errors.jsonl",
              "events",
              "metrics.jsonl",
              "model",
              "run.json",
              "worst-texts.txt");
    }
    assertThat(result.model().encoderBase().orElseThrow().artifact()).isEqualTo("tiny-bert");
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(result.model().tokenizerFile().orElseThrow().toFile()).at("/model"))
        .isEqualTo(json.readTree(tinyBert.resolve("tokenizer.json").toFile()).at("/model"));
    assertThat(evaluation(result)).isEqualTo(result.development());
    assertThat(scoreInTraining(output, result))
        .isEqualTo(result.development().overall().score().f1());
  }

  @Test
  void thresholdsThatScoreBetterAreChosenAndStoredWithTheirScore() throws IOException {
    Path output = directory.resolve("thresholds");
    List<String> messages = new ArrayList<>();
    // hardly trained: no tag is as probable as that
    String[] settings = {"training.epochs=3", "extractor.casrel.threshold=0.98"};

    TrainingRun.Result plain = training.train(directory.resolve("no-thresholds"), settings);
    TrainingRun.Result result =
        TinyTraining.run(
            training.request(
                output, false, settings[0], settings[1], "training.choose-threshold=true"),
            messages);

    assertThat(StoredWeights.of(result.model())).isEqualTo(StoredWeights.of(plain.model()));
    assertThat(result.development().overall().score().f1())
        .isGreaterThan(plain.development().overall().score().f1());
    Map<String, String> chosen = result.model().provenance().chosenSettings();
    assertThat(chosen)
        .containsOnlyKeys(
            "extractor.casrel.subject-threshold", "extractor.casrel.object-threshold");
    assertThat(messages).anyMatch(message -> message.startsWith("chose extractor.casrel.object-"));
    assertThat(result.model().provenance().configuration())
        .contains("threshold: 0.98")
        .contains("subject-threshold: 0.0");
    assertThat(result.model().configuration())
        .contains("subject-threshold: " + chosen.get("extractor.casrel.subject-threshold"))
        .contains("object-threshold: " + chosen.get("extractor.casrel.object-threshold"));
    assertThat(evaluation(result)).isEqualTo(result.development());
    assertThat(scoreInTraining(output, result))
        .isEqualTo(plain.development().overall().score().f1());
  }

  @Test
  void thresholdsStayWhereNoOthersAreBetter() throws IOException {
    List<String> messages = new ArrayList<>();

    TrainingRun.Result result =
        TinyTraining.run(
            training.request(
                directory.resolve("same-thresholds"),
                false,
                "training.epochs=1",
                "training.encoder-learning-rate=0",
                "training.head-learning-rate=0",
                "extraction.minimum-confidence=1",
                "training.choose-threshold=true"),
            messages);

    assertThat(result.model().provenance().chosenSettings()).isEmpty();
    assertThat(messages)
        .contains("of 169 settings of the extractor, none scores better than the configured");
  }

  /** Scores of the package, loaded as for any other use. */
  private static Evaluation evaluation(TrainingRun.Result result) throws IOException {
    ModelLoader.Loaded loaded =
        ModelLoader.load(
            new EngineSpecification(result.model().directory().toString(), List.of(), List.of()));
    return new ModelEvaluation(loaded, MatchRule.EXACT, Reading.RAW_TEXT)
        .run(new CorpusReader().read(training.trainFile()), List.of())
        .evaluation();
  }

  /** F1 of the epoch whose weights the package has. */
  private static double scoreInTraining(Path output, TrainingRun.Result result) throws IOException {
    return Metrics.of(output).scores().get(result.model().provenance().bestEpoch() - 1);
  }

  @Test
  void aTextThatIsLongerThanTheEncoderTakesIsScoredInWindowsAsLaterInEvaluation()
      throws IOException {
    Path output = directory.resolve("windows");
    Path dev =
        TinyTraining.data(
            directory.resolve("long.json"),
            List.of(
                new TinyTraining.Example(
                    "Anna Bell was born in Rome . " + "today , ".repeat(50),
                    List.of(new TextTriple("Anna Bell", "bornIn", "Rome")))));

    TrainingRun.Result result = training.train(output, "data.dev=" + dev);

    assertThat(result.development().overall().score().correct()).isEqualTo(1);
    assertThat(scoreInTraining(output, result))
        .isEqualTo(result.development().overall().score().f1());
  }

  @Test
  void trainingStopsWhenTheScoreStopsRising() throws IOException {
    Path output = directory.resolve("early");

    TrainingRun.Result result =
        training.train(
            output,
            "training.patience=2",
            "training.encoder-learning-rate=0",
            "training.head-learning-rate=0");

    assertThat(Metrics.of(output).evaluatedEpochs()).containsExactly(1, 2, 3);
    assertThat(Metrics.of(output).reason()).isEqualTo("no better score in 2 epochs");
    assertThat(result.model().provenance().bestEpoch()).isEqualTo(1);
    assertThat(result.model().provenance().epochs()).isEqualTo(3);
  }

  @Test
  void trainingStopsAfterTheMostStepsInTheMiddleOfAnEpoch() throws IOException {
    Path output = directory.resolve("steps");
    TrainingRequest request =
        new TrainingRequest(
            training.configuration(List.of()), output, "tiny", OptionalLong.of(11), Beginning.ANEW);

    TrainingRun.Result result = TinyTraining.run(request, new ArrayList<>());

    assertThat(Metrics.of(output).steps()).hasSize(11).endsWith(11);
    assertThat(Metrics.of(output).evaluatedEpochs()).containsExactly(1, 2);
    assertThat(Metrics.of(output).reason()).isEqualTo("all steps done");
    assertThat(result.model().provenance().epochs()).isEqualTo(2);
    // the rates' decay ended at the last step
    TrainingRequest more =
        new TrainingRequest(
            training.configuration(List.of()),
            output,
            "tiny",
            OptionalLong.of(12),
            Beginning.RESUME);
    List<String> messages = new ArrayList<>();
    TinyTraining.run(more, messages);

    assertThat(messages)
        .contains("other length than before: --max-steps: 11 -> 12")
        .contains(
            "the learning rate falls over 12 steps in place of 11: step 12 has 0.091 of the peak,"
                + " not 0.000; a training that had this length from its start gives another model."
                + " The epoch that was cut off is not gone on with: the next one begins");
    assertThat(Metrics.of(output).steps()).hasSize(12).endsWith(12);
  }

  @Test
  void noStepIsTooFew() {
    assertThatThrownBy(
            () ->
                new TrainingRequest(
                    training.configuration(List.of()),
                    directory,
                    "tiny",
                    OptionalLong.of(0),
                    Beginning.ANEW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one step");
  }

  @Test
  void aLossThatIsNotFiniteEndsTheTrainingWithAdvice() {
    Path output = directory.resolve("diverged");

    assertThatThrownBy(
            () ->
                training.train(
                    output,
                    "training.encoder-learning-rate=1000",
                    "training.head-learning-rate=1000",
                    "training.warmup=0"))
        .isInstanceOf(TrainingException.class)
        .hasMessageMatching("(?s)step \\d+ of epoch 1: .*finite.*")
        .hasMessageContaining("training.head-learning-rate");
    assertThat(output.resolve("model")).doesNotExist();
  }
}
