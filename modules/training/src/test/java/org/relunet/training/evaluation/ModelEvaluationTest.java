package org.relunet.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.api.text.Document;
import org.relunet.config.Configuration;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.NamedEntity;
import org.relunet.corpus.TextTriple;
import org.relunet.corpus.alignment.TripleText;
import org.relunet.corpus.format.CorpusReader;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.threshold.ThresholdScore;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.training.DataSettings;
import org.relunet.training.TinyTraining;
import org.relunet.training.TrainingSections;
import org.relunet.training.TrainingSettings;
import org.relunet.training.run.TrainingRun;

final class ModelEvaluationTest {
  @TempDir static Path directory;

  private static TinyTraining training;
  private static TrainingRun.Result trained;
  private static ModelLoader.Loaded model;

  @BeforeAll
  static void train() throws IOException {
    training = new TinyTraining(directory).write();
    trained = training.train(directory.resolve("output"));
    model = load();
  }

  private static Evaluation evaluate(List<AnnotatedText> texts, String... distractors) {
    List<Document> documents = new ArrayList<>();
    for (String text : distractors) {
      documents.add(new Document("distractor-" + documents.size(), text));
    }
    return new ModelEvaluation(model, MatchRule.EXACT, Reading.RAW_TEXT)
        .run(texts, documents)
        .evaluation();
  }

  private static Evaluation extraction(List<AnnotatedText> texts, String... settings) {
    return new ModelEvaluation(load(settings), MatchRule.EXACT, Reading.EXTRACTION)
        .run(texts, List.of())
        .evaluation();
  }

  private static ModelLoader.Loaded load(String... settings) {
    return ModelLoader.load(
        new EngineSpecification(
            trained.model().directory().toString(), List.of(), List.of(settings)));
  }

  private static List<AnnotatedText> texts() throws IOException {
    return new CorpusReader().read(training.trainFile());
  }

  private static AnnotatedText born(String text) {
    return new AnnotatedText(
        "t",
        text,
        List.of(
            new AnnotatedTriple(new NamedEntity("Anna Bell"), "bornIn", new NamedEntity("Rome"))));
  }

  @Test
  void aStoredModelScoresAsItDidInTraining() throws IOException {
    assertThat(evaluate(texts())).isEqualTo(trained.development());
  }

  @Test
  void textsWithoutAWordCountAsMissed() {
    Evaluation evaluation = evaluate(List.of(born("\u200B")));

    assertThat(evaluation.overall().texts()).isEqualTo(1);
    assertThat(evaluation.overall().score().gold()).isEqualTo(1);
    assertThat(evaluation.overall().score().predicted()).isZero();
  }

  @Test
  void aTextThatIsLongerThanTheEncoderTakesIsReadInWindows() {
    String text = "today , ".repeat(50) + "Anna Bell was born in Rome .";
    assertThat(model.assembly().parts().encoder().maximumPieces()).isEqualTo(40);

    // what stands among so many words of no meaning, this model may find or not: it is looked at
    Evaluation beginning = evaluate(List.of(born("Anna Bell was born in Rome . " + text)));
    Evaluation whole = evaluate(List.of(born("Anna Bell was born in Rome .")));

    assertThat(whole.overall().score().correct()).isEqualTo(1);
    assertThat(beginning.overall().score().correct()).isEqualTo(1);
  }

  @Test
  void whatIsFoundInDistractorsIsWrong() throws IOException {
    Evaluation evaluation =
        evaluate(
            texts(),
            "Anna Bell was born in Rome .",
            "Boris Gray was born in Oslo .",
            "",
            "today .");

    assertThat(evaluation.overall()).isEqualTo(trained.development().overall());
    assertThat(evaluation.distractors().texts()).isEqualTo(4);
    assertThat(evaluation.distractors().score().predicted()).isGreaterThanOrEqualTo(2);
    assertThat(evaluation.distractorsWithPredictions()).isBetween(2L, 3L);
    assertThat(evaluation.withDistractors().score().precision())
        .isLessThan(evaluation.overall().score().precision());
  }

  @Test
  void readAsExtractionReadsItScoresWhatExtractionFinds() throws IOException {
    // each of the data set's texts is one sentence: both ways see the same
    assertThat(extraction(texts())).isEqualTo(trained.development());
    AnnotatedText two = born("Boris Gray was born in Oslo . Anna Bell was born in Rome .");
    List<TextTriple> extracted;
    try (TripleEngine engine = model.engine()) {
      extracted =
          engine.extract(List.of(new Document("t", two.text()))).get(0).triples().stream()
              .map(TripleText::of)
              .distinct()
              .toList();
    }

    Evaluation evaluation = extraction(List.of(two));

    assertThat(evaluation.overall().score().predicted()).isEqualTo(extracted.size()).isPositive();
    assertThat(evaluation.overall().score().correct())
        .isEqualTo(two.textTriples().stream().filter(extracted::contains).count());
  }

  @Test
  void triplesFromSentenceToSentenceAreToldWhereSentencesAreReadAlone() {
    AnnotatedText across = born("Anna Bell came late . She was born in Rome .");

    ModelLoader.Loaded alone = load("extraction.passage-words=1");
    assertThat(GoldCheck.warnings(alone, List.of(across), Reading.EXTRACTION))
        .containsExactly(
            "1 of 1 triples can't be found sentence by sentence: subject and object stand in two");
    assertThat(GoldCheck.warnings(model, List.of(across), Reading.EXTRACTION)).isEmpty();
    assertThat(GoldCheck.warnings(model, List.of(across), Reading.RAW_TEXT)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Reading.class,
      names = {"RAW_TEXT", "EXTRACTION"})
  void whatIsBelowTheLeastConfidenceOfTheSettingsDoesNotCount(Reading reading) throws IOException {
    ModelScores all = scores(reading);
    double least = all.byConfidence().get(all.byConfidence().size() - 1).threshold();

    ModelScores sure = scores(reading, "extraction.minimum-confidence=" + least);

    ThresholdScore kept = all.byConfidence().get(all.byConfidence().size() - 1);
    assertThat(sure.evaluation().overall().score()).isEqualTo(kept.score());
    assertThat(sure.byConfidence().get(0)).isEqualTo(kept);
    assertThat(all.byConfidence().get(0).score()).isEqualTo(all.evaluation().overall().score());
    // or else this shows nothing
    assertThat(kept.score().predicted()).isLessThan(all.evaluation().overall().score().predicted());
  }

  private static ModelScores scores(Reading reading, String... settings) throws IOException {
    return new ModelEvaluation(load(settings), MatchRule.EXACT, reading).run(texts(), List.of());
  }

  @Test
  void theConfigurationOfTheTrainingComesWithTheModel() {
    DataSettings data =
        model.trainingConfiguration().section(TrainingSections.DATA, DataSettings.class);

    // which files the trainer had is nothing that a package may name
    assertThat(data.train()).isEmpty();
    assertThat(data.pretokenized()).isFalse();
    assertThat(epochs(model.trainingConfiguration()))
        .isEqualTo(epochs(training.configuration(List.of())));
  }

  private static int epochs(Configuration configuration) {
    return configuration.section(TrainingSections.TRAINING, TrainingSettings.class).epochs();
  }
}
