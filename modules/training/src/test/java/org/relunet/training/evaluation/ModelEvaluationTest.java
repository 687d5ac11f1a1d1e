package org.relunet.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.text.Document;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.NamedEntity;
import org.relunet.corpus.format.CorpusReader;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.training.DataSettings;
import org.relunet.training.TinyTraining;
import org.relunet.training.TrainingSections;
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
    model =
        ModelLoader.load(
            new EngineSpecification(trained.model().directory().toString(), List.of(), List.of()));
  }

  private static Evaluation evaluate(List<AnnotatedText> texts, String... distractors) {
    List<Document> documents = new ArrayList<>();
    for (String text : distractors) {
      documents.add(new Document("distractor-" + documents.size(), text));
    }
    return new ModelEvaluation(model, MatchRule.EXACT, false).run(texts, documents);
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
  void theConfigurationOfTheTrainingComesWithTheModel() {
    DataSettings data =
        model.trainingConfiguration().section(TrainingSections.DATA, DataSettings.class);

    assertThat(data.train()).isEqualTo(training.trainFile().toString());
    assertThat(data.pretokenized()).isFalse();
  }
}
