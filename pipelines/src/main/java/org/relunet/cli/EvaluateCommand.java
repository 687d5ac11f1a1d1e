package org.relunet.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.common.messages.Count;
import org.relunet.corpus.AnnotatedText;
import org.relunet.evaluation.comparison.SeenScores;
import org.relunet.evaluation.error.ErrorReport;
import org.relunet.evaluation.error.TextErrors;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.report.JsonReport;
import org.relunet.evaluation.report.TextReport;
import org.relunet.evaluation.score.EvaluatedText;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.threshold.ChosenThreshold;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.training.evaluation.GoldCheck;
import org.relunet.training.evaluation.ModelEvaluation;
import org.relunet.training.evaluation.ModelScores;
import org.relunet.training.evaluation.Reading;
import org.relunet.training.report.PhaseReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relunet evaluate}. */
@Command(
    name = "evaluate",
    description = {
      "Score a model on annotated texts: precision, recall and F1, by overlap, by number of triples"
          + " and by relation; and the least confidence (extract --min-confidence) of the best F1.",
      "",
      "The format of the file is recognised, or named by data.format. Texts of the format relunet"
          + " are raw text for the tokenizer; of others, words are cut as the model was trained:"
          + " at white space, or by the tokenizer. --set data.pretokenized=true or =false decides"
          + " it for any file. The first line says how the texts were read.",
      ""
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final int RELATIONS_SHOWN = 20;

  @Spec private CommandSpec spec;

  @Mixin private EngineOptions engine;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      required = true,
      description = "Annotated texts, see modules/corpus/FORMATS.md.")
  private Path data;

  @Option(
      names = "--match",
      paramLabel = "RULE",
      defaultValue = "EXACT",
      description = {
        "exact (default): relation and both whole entities; partial: relation and the last word of"
            + " both."
      })
  private MatchRule match;

  @Option(
      names = "--reading",
      paramLabel = "WAY",
      defaultValue = "TEXT",
      description = {
        "text (default): each text is read at once, as in training, which finds triples across"
            + " sentences too; extraction: texts are read as `relunet extract` reads them, so that"
            + " the score is of what it gives."
      })
  private Way way;

  private enum Way {
    TEXT,
    EXTRACTION
  }

  @Option(
      names = "--distractors",
      paramLabel = "FILE",
      description = "Texts without triples, one a line: what is found in them is wrong.")
  private Optional<Path> distractors = Optional.empty();

  @Option(
      names = "--tune",
      paramLabel = "FILE",
      description = {
        "Other annotated texts to choose --min-confidence on. Without it the choice is made on --data"
            + " itself, which flatters the score that it gives there."
      })
  private Optional<Path> tune = Optional.empty();

  @Mixin private ComparisonOptions comparison;

  @Option(
      names = "--worst",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "Show the N texts with the most errors, their missed, wrong and right triples marked; the JSON"
            + " report gets them too."
      })
  private int worst;

  @Option(names = "--report", paramLabel = "FILE", description = "Write all scores as JSON.")
  private Optional<Path> report = Optional.empty();

  @Override
  public Integer call() throws Exception {
    // loading takes seconds and evaluating minutes: what can be refused is refused before
    if (worst < 0) {
      throw new ParameterException(
          spec.commandLine(), "--worst is a number of texts, not " + worst);
    }
    EvaluationFiles files = EvaluationFiles.checked(data, distractors, report);
    EngineSpecification specification = engine.specification();
    EvaluationTexts texts = EvaluationTexts.read(data, ModelLoader.job(specification));
    List<AnnotatedText> others =
        tune.isPresent()
            ? EvaluationTexts.read(tune.get(), ModelLoader.job(specification)).file().texts()
            : List.of();
    if (tune.isPresent() && Files.isSameFile(tune.get(), data)) {
      throw new ParameterException(
          spec.commandLine(),
          "--tune names the file that is scored; name other texts, or leave it out");
    }
    if (comparison.needsLearned()) {
      throw new ParameterException(
          spec.commandLine(), "--baseline learns from the training texts: name them by --seen");
    }
    Optional<ComparisonOptions.Learned> learned =
        comparison.learned(ModelLoader.job(specification));
    if (comparison.isBaseline()) {
      return baseline(learned.orElseThrow(), texts.file().texts());
    }
    if (way == Way.EXTRACTION && texts.pretokenized().orElse(false)) {
      throw new ParameterException(
          spec.commandLine(),
          "--reading extraction reads raw text, as extraction does; leave out it or"
              + " data.pretokenized=true");
    }
    ModelLoader.Loaded model = ModelLoader.load(specification);
    Reading reading = way == Way.EXTRACTION ? Reading.EXTRACTION : texts.wholeTexts(model);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "%s: %s (%s), %s"
            .formatted(
                data.getFileName(),
                Count.of(texts.file().texts().size(), "text"),
                texts.file().format().label(),
                reading.description()));
    files
        .notes(texts.file().texts(), model.model().relations())
        .forEach(note -> spec.commandLine().getErr().println("relunet: " + note));
    GoldCheck.warnings(model, texts.file().texts(), reading)
        .forEach(line -> spec.commandLine().getErr().println("relunet: warning: " + line));
    ModelScores scores;
    int total = texts.file().texts().size() + files.distractors().size();
    try (PhaseReport.Phase phase = PhaseReport.onStandardError().begin("evaluating", total)) {
      scores =
          new ModelEvaluation(model, match, reading)
              .run(texts.file().texts(), files.distractors(), phase);
    }
    ChosenThreshold threshold = chosen(model, reading, others, scores);
    TextReport.lines(scores.evaluation(), threshold, RELATIONS_SHOWN).forEach(out::println);
    TextReport.lines(scores.byConfidence(), scores.judged()).forEach(out::println);
    comparison
        .lines(scores.texts(), learned, texts.file().texts(), specification, reading, match)
        .forEach(out::println);
    List<TextErrors> errors = scores.errors(texts.file().texts());
    show(errors);
    if (report.isPresent()) {
      JsonReport json = new JsonReport();
      ObjectNode tree = json.tree(scores.evaluation());
      json.addThresholds(tree, scores.byConfidence());
      json.addReliability(tree, scores.judged());
      if (worst > 0) {
        json.addErrors(tree, errors.subList(0, Math.min(worst, errors.size())));
      }
      tree.put("chosenThreshold", threshold.threshold());
      tree.put("thresholdChosenOn", threshold.source().orElse(data.getFileName().toString()));
      tree.put("modelVersion", model.model().version());
      tree.put("data", data.getFileName().toString());
      tree.put("format", texts.file().format().label());
      tree.put("reading", reading.label());
      json.write(tree, report.get());
    }
    return ExitStatus.DONE;
  }

  private int baseline(ComparisonOptions.Learned learned, List<AnnotatedText> texts) {
    List<EvaluatedText> found = comparison.baseline(learned, texts, match);
    PrintWriter out = spec.commandLine().getOut();
    TextReport.lines(Evaluation.of(found, match), RELATIONS_SHOWN).forEach(out::println);
    TextReport.lines(SeenScores.of(found, match, learned.triples())).forEach(out::println);
    show(TextErrors.worst(texts, found, match));
    return ExitStatus.DONE;
  }

  private void show(List<TextErrors> errors) {
    if (worst > 0) {
      ErrorReport.lines(errors, worst).forEach(spec.commandLine().getOut()::println);
    }
  }

  /** The threshold with the best F1: on other texts, where there are any. */
  private ChosenThreshold chosen(
      ModelLoader.Loaded model, Reading reading, List<AnnotatedText> others, ModelScores scores) {
    if (tune.isEmpty()) {
      return ChosenThreshold.onTheSameTexts(scores.byConfidence());
    }
    try (PhaseReport.Phase phase =
        PhaseReport.onStandardError().begin("choosing the confidence", others.size())) {
      return ChosenThreshold.onOtherTexts(
          tune.get().getFileName().toString(),
          new ModelEvaluation(model, match, reading).run(others, List.of(), phase).byConfidence(),
          scores.byConfidence());
    }
  }
}
