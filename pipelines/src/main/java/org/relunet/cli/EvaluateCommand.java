package org.relunet.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.format.CorpusReader;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.report.JsonReport;
import org.relunet.evaluation.report.TextReport;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.training.DataSettings;
import org.relunet.training.TrainingSections;
import org.relunet.training.evaluation.ModelEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code relunet evaluate}. */
@Command(
    name = "evaluate",
    description = {
      "Score a model on annotated texts: precision, recall and F1, by overlap, by number of triples"
          + " and by relation.",
      "",
      "Format and tokenisation of the file are keys of the configuration (data.format,"
          + " data.pretokenized); a model brings those it was trained with.",
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
      names = "--distractors",
      paramLabel = "FILE",
      description = "Texts without triples, one a line: what is found in them is wrong.")
  private Optional<Path> distractors = Optional.empty();

  @Option(names = "--report", paramLabel = "FILE", description = "Write all scores as JSON.")
  private Optional<Path> report = Optional.empty();

  @Override
  public Integer call() throws Exception {
    // loading takes seconds and evaluating minutes: what can be refused is refused before
    EvaluationFiles files = EvaluationFiles.checked(data, distractors, report);
    ModelLoader.Loaded model = ModelLoader.load(engine.specification());
    DataSettings settings =
        model.trainingConfiguration().section(TrainingSections.DATA, DataSettings.class);
    List<AnnotatedText> texts = new CorpusReader(settings.format()).read(data);
    files
        .notes(texts, model.assembly().parts().extractor().schema())
        .forEach(note -> spec.commandLine().getErr().println("relunet: " + note));
    Evaluation evaluation =
        new ModelEvaluation(model, match, settings.pretokenized()).run(texts, files.distractors());
    TextReport.lines(evaluation, RELATIONS_SHOWN).forEach(spec.commandLine().getOut()::println);
    if (report.isPresent()) {
      JsonReport json = new JsonReport();
      ObjectNode tree = json.tree(evaluation);
      tree.put("modelVersion", model.model().version());
      tree.put("data", data.getFileName().toString());
      json.write(tree, report.get());
    }
    return ExitStatus.DONE;
  }
}
