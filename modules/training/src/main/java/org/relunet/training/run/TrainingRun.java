package org.relunet.training.run;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.relunet.api.triple.RelationSchema;
import org.relunet.common.claim.Claim;
import org.relunet.common.messages.Count;
import org.relunet.corpus.check.CorpusPart;
import org.relunet.evaluation.comparison.SeenScores;
import org.relunet.evaluation.error.TextErrors;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.ModelPackageWriter;
import org.relunet.runtime.assembly.Assembly;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.ChosenSettings;
import org.relunet.training.DistributedSettings;
import org.relunet.training.Division;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;
import org.relunet.training.data.DataSet;
import org.relunet.training.data.SettingsOfData;
import org.relunet.training.data.TrainingTexts;
import org.relunet.training.distillation.Lessons;
import org.relunet.training.distillation.Teacher;
import org.relunet.training.distributed.Shares;
import org.relunet.training.distributed.ThreadWorkers;
import org.relunet.training.distributed.WorkerLauncher;
import org.relunet.training.evaluation.ErrorFiles;
import org.relunet.training.evaluation.ModelScores;
import org.relunet.training.evaluation.PackageScore;
import org.relunet.training.packaging.ModelPackaging;
import org.relunet.training.report.PhaseReport;
import org.relunet.training.start.ParentModel;

/** A training from files to a model package. */
public final class TrainingRun {
  private final TrainingRequest asked;
  private final PluginRegistry registry;
  private final WorkerLauncher launcher;
  private final Consumer<String> messages;
  private final RunDirectory directory;
  private final PhaseReport phases = PhaseReport.onStandardError();

  /** As below; several workers are threads of this process. */
  public TrainingRun(TrainingRequest request, PluginRegistry registry, Consumer<String> messages) {
    this(
        request,
        registry,
        new ThreadWorkers(registry, TrainingRun.class.getClassLoader(), messages),
        messages);
  }

  /**
   * @param registry where plugins are found
   * @param launcher starts workers, where {@code training.distributed.workers} asks for several
   * @param messages told what is read and done, line by line, for a person
   */
  public TrainingRun(
      TrainingRequest request,
      PluginRegistry registry,
      WorkerLauncher launcher,
      Consumer<String> messages) {
    this.asked = request;
    this.registry = registry;
    this.launcher = launcher;
    this.messages = messages;
    this.directory = new RunDirectory(request.output());
  }

  /**
   * What a training gave.
   *
   * @param model the package
   * @param scored scores of the package on the development texts; empty where all are learned
   * @param bySeen the same scores by whether triples stand in the training texts
   * @param errors those texts that have any, the worst first
   */
  public record Result(
      ModelPackage model,
      Optional<Evaluation> scored,
      Optional<SeenScores> bySeen,
      List<TextErrors> errors) {
    /**
     * The score on the development texts.
     *
     * @throws IllegalStateException if there were none
     */
    public Evaluation development() {
      return scored.orElseThrow(() -> new IllegalStateException("nothing was left to score on"));
    }
  }

  /**
   * Trains and writes the model package.
   *
   * @throws IllegalArgumentException if the model can't have the name, which is told first
   * @throws java.nio.file.FileAlreadyExistsException if what stands in the model's place is no
   *     model
   * @throws TrainingException if a file is missing, the output holds another training, or the loss
   *     is not finite
   * @throws org.relunet.corpus.CorpusException if a file can't be read, or there is nothing to
   *     train on
   */
  @SuppressWarnings("try") // the claim is held, not used
  public Result run() throws IOException {
    ModelPackageWriter.requireReplaceable(directory.model(), asked.modelName());
    requireDivisible();
    TrainingTexts texts = TrainingTexts.read(asked.data(), asked.division());
    texts.findings().forEach(line -> messages.accept("warning: " + line));
    Optional<ParentModel> parent = ParentModel.of(asked, registry);
    RelationSchema schema =
        parent.map(model -> model.relationsToLearn(texts.schema())).orElse(texts.schema());
    TrainingRequest request =
        asked.with(
            SettingsOfData.over(
                asked.configuration(),
                registry,
                parent.map(ParentModel::typesToKeep).orElse(List.of()),
                texts.train().texts()));
    parent.ifPresent(
        model ->
            model.requireFitting(
                request, SettingsOfData.entityTypes(request.configuration(), registry)));
    RunStart start = new RunStart(directory, request, messages);
    List<Teacher> teachers = Teacher.of(request, schema);
    List<String> teacherVersions = teachers.stream().map(Teacher::version).toList();
    try (Closeable untilDone = trainingClaim()) {
      RunState state =
          start.state(
              RunInputs.of(
                  request,
                  texts.files(),
                  teacherVersions,
                  parent.map(ParentModel::version).orElse("")));
      parent.ifPresent(
          model ->
              messages.accept(
                  "beginning with the weights of " + model.version() + model.change(schema)));
      messages.accept(
          "reading %s, %s"
              .formatted(
                  texts
                      .dev()
                      .map(dev -> texts.train().name() + " and " + dev.name())
                      .orElse(texts.train().name()),
                  Count.of(schema.size(), "relation")));
      setAside(texts);
      Assembly assembly = Assembly.of(request.configuration(), registry, schema);
      DataPreparation preparation = new DataPreparation(request, assembly, phases, messages);
      NetworkTraining.Trained trained;
      if (state.finished()) {
        trained =
            network(request, start, parent, assembly, texts.dev().map(preparation::development))
                .finish(state);
      } else {
        DataSet train = preparation.train(texts.train());
        Optional<DataSet> development = texts.dev().map(preparation::development);
        DistributedSettings distributed = request.training().distributed();
        start.tellLength(state, Shares.largest(train.examples().size(), distributed.workers()));
        if (distributed.several()) {
          messages.accept(
              "%d workers learn from %s each at most, %s a round at most"
                  .formatted(
                      distributed.workers(),
                      Count.of(
                          Shares.largest(train.examples().size(), distributed.workers()), "text"),
                      Count.of(distributed.localSteps(), "step")));
        }
        try (Lessons lessons =
            Lessons.of(
                // each worker asks about its share itself
                distributed.several() ? List.of() : teachers,
                train,
                assembly.parts().extractor(),
                directory.root(),
                phases,
                messages)) {
          trained =
              network(request, start, parent, assembly, development)
                  .train(state, texts, train, lessons);
        }
      }
      return packaged(
          new ModelPackaging(
              request,
              trained.chosen(),
              parent.map(ParentModel::version),
              teacherVersions,
              assembly(request, trained.chosen(), assembly, schema),
              texts.files(),
              trained.state().history(),
              Instant.now()),
          trained.values(),
          texts);
    }
  }

  private void requireDivisible() {
    int workers = asked.training().distributed().workers();
    if (workers > 1 && asked.division() != Division.CONFIGURED) {
      throw new TrainingException(
          "training.distributed.workers: cross-validation (--folds) trains with one worker, not %d"
              .formatted(workers));
    }
  }

  /** Says which texts are not learned from, and keeps them where they can be looked at. */
  private void setAside(TrainingTexts texts) throws IOException {
    if (texts.setAside().isEmpty()) {
      return;
    }
    TrainingTexts.SetAside dev = texts.setAside().get();
    messages.accept("set aside to choose the best epoch on: " + dev.description());
    if (asked.beginning() != TrainingRequest.Beginning.FINISH) {
      dev.write(directory.root());
    }
  }

  private NetworkTraining network(
      TrainingRequest request,
      RunStart start,
      Optional<ParentModel> parent,
      Assembly assembly,
      Optional<DataSet> development) {
    return new NetworkTraining(
        request, directory, start, parent, launcher, assembly, development, phases, messages);
  }

  /** Keeps other processes from training in the same place. */
  private Closeable trainingClaim() throws IOException {
    if (asked.beginning() == TrainingRequest.Beginning.FINISH) {
      return () -> {};
    }
    return Claim.tryOn(directory.trainingClaim())
        .orElseThrow(
            () ->
                new TrainingException(
                    "another process trains in "
                        + directory.root()
                        + ": wait for its end, or name another output; --resume --finish makes a"
                        + " model of its best epoch meanwhile"));
  }

  @SuppressWarnings("try") // the claim is held, not used
  private Result packaged(
      ModelPackaging packaging, Map<String, float[]> values, TrainingTexts texts)
      throws IOException {
    try (Closeable untilWritten = Claim.on(directory.modelClaim())) {
      ModelPackage unscored = packaging.write(directory.model(), values);
      Result result =
          texts.dev().isPresent()
              ? scored(packaging, unscored, texts.train(), texts.dev().get())
              : new Result(unscored, Optional.empty(), Optional.empty(), List.of());
      messages.accept("wrote model " + result.model().version() + " to " + directory.model());
      return result;
    }
  }

  private Result scored(
      ModelPackaging packaging, ModelPackage unscored, CorpusPart train, CorpusPart development)
      throws IOException {
    messages.accept("scoring the stored model on " + development.name());
    ModelScores scores = PackageScore.of(unscored, asked, development.texts());
    List<TextErrors> errors = scores.errors(development.texts());
    if (asked.beginning() != TrainingRequest.Beginning.FINISH) {
      ErrorFiles.write(errors, directory.root());
    }
    CalibrationChoice calibration =
        asked.training().calibrate()
            ? CalibrationChoice.of(scores.judged(), messages)
            : CalibrationChoice.NONE;
    return new Result(
        packaging
            .with(calibration.settings())
            .score(unscored, scores.evaluation(), calibration.scores()),
        Optional.of(scores.evaluation()),
        Optional.of(bySeen(scores, train)),
        errors);
  }

  private SeenScores bySeen(ModelScores scores, CorpusPart train) {
    return SeenScores.of(
        scores.texts(),
        asked.training().match(),
        train.texts().stream().flatMap(text -> text.textTriples().stream()).toList());
  }

  /** The assembly of the model, which decides as was chosen. */
  private Assembly assembly(
      TrainingRequest asked, ChosenSettings chosen, Assembly trained, RelationSchema schema) {
    return chosen.values().isEmpty()
        ? trained
        : Assembly.of(chosen.over(asked.configuration()), registry, schema);
  }
}
