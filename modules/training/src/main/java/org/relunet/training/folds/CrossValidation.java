package org.relunet.training.folds;

import static org.relunet.training.TrainingRequest.Beginning.ANEW;
import static org.relunet.training.TrainingRequest.Beginning.FINISH;
import static org.relunet.training.TrainingRequest.Beginning.RESUME_UNCHANGED;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.relunet.common.replacement.Replacement;
import org.relunet.config.Configuration;
import org.relunet.evaluation.error.TextErrors;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.ModelPackageWriter;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.model.store.provenance.Provenance;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.ChosenSettings;
import org.relunet.training.Division;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;
import org.relunet.training.data.SettingsOfData;
import org.relunet.training.data.TrainingTexts;
import org.relunet.training.evaluation.ErrorFiles;
import org.relunet.training.run.RunDirectory;
import org.relunet.training.run.TrainingRun;
import org.relunet.training.start.ParentModel;

/**
 * Trains once for each part of the training file, without it, and scores what was learned on that
 * part; then, where it is wanted, trains a model of all texts, as long as was best for the parts.
 * Each training has a directory of its own and goes on there after an interruption.
 *
 * @param request of the trainings
 * @param folds how many parts
 * @param everything whether a model of all texts is wanted
 * @param registry where plugins are found
 * @param messages told what is read and done, line by line, for a person
 */
public record CrossValidation(
    TrainingRequest request,
    int folds,
    boolean everything,
    PluginRegistry registry,
    Consumer<String> messages) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * What a cross-validation gave.
   *
   * @param table the scores in Markdown
   * @param errors the texts with an error, each found by the model that had not learned it, the
   *     worst first
   * @param model of all texts, if one was wanted
   */
  public record Result(String table, List<TextErrors> errors, Optional<ModelPackage> model) {}

  /**
   * Does what is not done yet.
   *
   * @throws TrainingException also if the output holds a training already that is not to be gone on
   *     with, or one of something else
   * @throws org.relunet.corpus.CorpusException if there are too few texts for so many parts
   */
  public Result run() throws IOException {
    if (request.beginning() == FINISH) {
      throw new TrainingException(
          "a cross-validation is made of whole trainings: leave out --finish");
    }
    RunDirectory output = new RunDirectory(request.output());
    if (everything) {
      ModelPackageWriter.requireReplaceable(output.model(), request.modelName());
    }
    requireNew(output);
    List<FoldResult> results = new ArrayList<>();
    List<TextErrors> errors = new ArrayList<>();
    String table = "";
    for (int number = 1; number <= folds; number++) {
      results.add(fold(number));
      errors.addAll(ErrorFiles.read(directory(number).root()));
      table = tabulate(results);
    }
    List<TextErrors> worst = TextErrors.worst(errors);
    ErrorFiles.write(worst, request.output());
    FoldSummary summary = new FoldSummary(results);
    return new Result(
        table, worst, everything ? Optional.of(all(summary, output)) : Optional.empty());
  }

  private FoldDirectory directory(int fold) {
    return new FoldDirectory(request.output().resolve("fold-" + fold));
  }

  /** What another training left is told before the first of several is done. */
  private void requireNew(RunDirectory output) {
    boolean divided = Files.exists(directory(1).root());
    if (request.beginning() == ANEW && (output.isBegun() || divided)
        || output.isBegun() && !divided) {
      throw new TrainingException(
          output.root()
              + " holds a training already; name another output, or go on with it by --resume, with"
              + " the --folds it was begun with, if any");
    }
  }

  private FoldResult fold(int number) throws IOException {
    Division.Fold division = new Division.Fold(number, folds);
    FoldDirectory directory = directory(number);
    TrainingTexts texts = TrainingTexts.read(request.data(), division);
    Optional<FoldResult> done = directory.result();
    if (done.isPresent()) {
      requireSame(done.get(), directory, texts);
      directory.run().removeCheckpoints(); // if it was killed just before
      messages.accept("fold %d of %d is done".formatted(number, folds));
      return done.get();
    }
    messages.accept("fold %d of %d".formatted(number, folds));
    TrainingRun.Result trained = train(directory.run(), division);
    Provenance provenance = trained.model().provenance();
    FoldResult result =
        new FoldResult(
            number,
            folds,
            texts.train().texts().size(),
            texts.dev().orElseThrow().texts().size(),
            request.maximumSteps().orElse(0),
            trained.development().rule().label(),
            trained.development().overall().score(),
            provenance.bestEpoch(),
            EpochScore.of(directory.run().metrics()),
            provenance.chosenSettings(),
            trained.model().version());
    directory.finish(result);
    return result;
  }

  private TrainingRun.Result train(RunDirectory directory, Division division) throws IOException {
    return new TrainingRun(
            new TrainingRequest(
                request.configuration(),
                directory.root(),
                request.modelName(),
                request.maximumSteps(),
                directory.isBegun() ? RESUME_UNCHANGED : ANEW,
                division),
            registry,
            messages)
        .run();
  }

  private ModelPackage all(FoldSummary summary, RunDirectory output) throws IOException {
    int epochs = summary.medianBestEpoch();
    ChosenSettings chosen = summary.chosen(request.configuration());
    messages.accept(
        "all texts: %d epochs, the median of the folds' best%s"
            .formatted(
                epochs,
                chosen.values().isEmpty()
                    ? ""
                    : "; of their choices, " + String.join(", ", chosen.assignments())));
    return train(output, new Division.Everything(folds, epochs, chosen, summary.scores())).model();
  }

  /** What is done must be what is asked for now. */
  private void requireSame(FoldResult done, FoldDirectory directory, TrainingTexts texts)
      throws IOException {
    Provenance provenance = ModelPackage.open(directory.run().model()).provenance();
    if (done.folds() != folds
        || done.maximumSteps() != request.maximumSteps().orElse(0)
        || !provenance.configuration().equals(configuration(texts).toYaml())
        || !hashes(provenance.dataFiles()).equals(hashes(texts.files()))) {
      throw new TrainingException(
          directory.root()
              + " holds a fold of another number of folds, with other settings or of other texts;"
              + " name another output, or ask for what it was started with");
    }
  }

  private Configuration configuration(TrainingTexts texts) {
    return SettingsOfData.over(
        request.configuration(),
        registry,
        ParentModel.of(request, registry).map(ParentModel::entityTypes).orElse(List.of()),
        texts.train().texts());
  }

  private static Map<String, String> hashes(List<DataFile> files) {
    Map<String, String> hashes = new TreeMap<>();
    files.forEach(file -> hashes.put(file.role(), file.sha256()));
    return hashes;
  }

  private String tabulate(List<FoldResult> results) throws IOException {
    FoldSummary summary = new FoldSummary(results);
    String table = new FoldTable(summary, folds).toMarkdown();
    Path output = request.output();
    Replacement.writePrivate(output.resolve("folds.md"), table);
    Replacement.writePrivate(
        output.resolve("folds.json"), JSON.writeValueAsString(json(summary)) + "\n");
    return table;
  }

  private Map<String, Object> json(FoldSummary summary) {
    return new TreeMap<>(
        Map.of(
            "folds", folds,
            "splitSeed", request.data().splitSeed(),
            "medianBestEpoch", summary.medianBestEpoch(),
            "means", summary.scores(),
            "together", summary.together(),
            "results", summary.results()));
  }
}
