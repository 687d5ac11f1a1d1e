package org.relunet.training.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.relunet.api.triple.RelationSchema;
import org.relunet.corpus.AnnotatedText;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.graph.loss.LossSettings;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.ModelPackageWriter;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.network.FrozenStates;
import org.relunet.network.SessionSettings;
import org.relunet.network.TrainingNetwork;
import org.relunet.runtime.assembly.Assembly;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.DataSettings;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;
import org.relunet.training.TrainingSettings;
import org.relunet.training.data.DataFiles;
import org.relunet.training.data.DataSet;
import org.relunet.training.data.TrainingData;
import org.relunet.training.distillation.Teacher;
import org.relunet.training.evaluation.PackageScore;
import org.relunet.training.packaging.ChosenSettings;
import org.relunet.training.packaging.ModelPackaging;
import org.relunet.training.report.MetricsReport;
import org.relunet.training.report.PhaseReport;
import org.relunet.training.report.ProgressReport;
import org.relunet.training.report.TensorBoardReport;
import org.relunet.training.report.TrainingListener;

/** A training from files to a model package. */
public final class TrainingRun {
  private final TrainingRequest request;
  private final PluginRegistry registry;
  private final Consumer<String> messages;
  private final RunDirectory directory;
  private final PhaseReport phases = PhaseReport.onStandardError();

  /**
   * @param registry where plugins are found
   * @param messages told what is read and done, line by line, for a person
   */
  public TrainingRun(TrainingRequest request, PluginRegistry registry, Consumer<String> messages) {
    this.request = request;
    this.registry = registry;
    this.messages = messages;
    this.directory = new RunDirectory(request.output());
  }

  /**
   * What a training gave.
   *
   * @param model the package
   * @param development scores of the package, on the development file
   */
  public record Result(ModelPackage model, Evaluation development) {}

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
  public Result run() throws IOException {
    ModelPackageWriter.requireReplaceable(directory.model(), request.modelName());
    DataSettings data = request.data();
    List<DataFile> files = DataFiles.of(data);
    List<AnnotatedText> trainTexts = TrainingData.texts(data, data.train());
    RelationSchema schema = TrainingData.schema(data, trainTexts);
    // read before anything that takes time, so that what is wrong with it shows at once
    List<AnnotatedText> developmentTexts = TrainingData.developmentTexts(data, schema, trainTexts);
    RunStart start = new RunStart(directory, request, messages);
    List<Teacher> teachers = Teacher.of(request, schema);
    List<String> teacherVersions = teachers.stream().map(Teacher::version).toList();
    RunState state = start.state(RunInputs.of(request, files, teacherVersions));
    messages.accept(
        "reading " + data.train() + " and " + data.dev() + ", " + schema.size() + " relations");
    Assembly assembly = Assembly.of(request.configuration(), registry, schema);
    DataPreparation preparation = new DataPreparation(request, assembly, phases, messages);
    DataSet train = preparation.train(trainTexts);
    DataSet development = preparation.development(developmentTexts);
    Trained trained;
    try (Lessons lessons =
        state.finished()
            ? Lessons.NONE
            : Lessons.of(
                teachers,
                train,
                assembly.parts().extractor(),
                directory.root(),
                phases,
                messages)) {
      trained = train(train, development, lessons, start, state, assembly);
    }

    ModelPackaging packaging =
        new ModelPackaging(
            request,
            trained.chosen(),
            teacherVersions,
            assembly(trained.chosen(), assembly, schema),
            files,
            trained.state().history(),
            Instant.now());
    ModelPackage unscored = packaging.write(directory.model(), trained.values());
    messages.accept("scoring the stored model on " + data.dev());
    Evaluation scores = PackageScore.of(unscored, request, developmentTexts);
    ModelPackage model = packaging.score(unscored, scores);
    messages.accept("wrote model " + model.version() + " to " + directory.model());
    return new Result(model, scores);
  }

  /** The assembly of the model, which decides as was chosen. */
  private Assembly assembly(ChosenSettings chosen, Assembly trained, RelationSchema schema) {
    return chosen.values().isEmpty()
        ? trained
        : Assembly.of(chosen.over(request.configuration()), registry, schema);
  }

  /**
   * A network after its training, which is gone.
   *
   * @param values of the best epoch's trained parameters, by name
   * @param chosen after it
   */
  private record Trained(RunState state, Map<String, float[]> values, ChosenSettings chosen) {}

  private Trained train(
      DataSet train,
      DataSet development,
      Lessons lessons,
      RunStart start,
      RunState state,
      Assembly assembly)
      throws IOException {
    TrainingSettings settings = request.training();
    messages.accept("building the network");
    try (TrainingNetwork network =
        new TrainingNetwork(
            assembly.parts(),
            request.configuration().section("loss", LossSettings.class),
            request.distillation().loss(),
            settings.optimizer(),
            request.configuration().section("session", SessionSettings.class))) {
      ThresholdChoice thresholds = ThresholdChoice.of(network, request);
      start.initialize(network, state, settings.seed());
      // a finished training reads the training data no more
      try (States trainStates = state.finished() ? States.NONE : states(network, train);
          States developmentStates = states(network, development);
          TrainingListener listener = listener()) {
        DevelopmentScore score =
            new DevelopmentScore(
                development,
                developmentStates.kept(),
                assembly.parts().extractor().schema(),
                settings.match(),
                request.extraction().minimumConfidence());
        Trainer trainer =
            new Trainer(
                network,
                settings,
                train.labelled(),
                new KeptData(trainStates.kept(), lessons.kept()),
                score,
                directory,
                listener,
                request.maximumSteps());
        RunState done = trainer.train(state);
        return new Trained(done, network.trainedValues(), thresholds.choose(score, messages));
      }
    }
  }

  /** Kept states of a data set, if the encoder has frozen layers; closes them if there are any. */
  private record States(Optional<FrozenStates> kept) implements AutoCloseable {
    static final States NONE = new States(Optional.empty());

    @Override
    public void close() {
      kept.ifPresent(FrozenStates::close);
    }
  }

  private States states(TrainingNetwork network, DataSet dataSet) {
    if (!network.hasFrozenStates()) {
      return States.NONE;
    }
    messages.accept(
        "computing the frozen layers for " + dataSet.examples().size() + " texts, once");
    try (PhaseReport.Phase phase =
        phases.begin("computing the frozen layers", dataSet.examples().size())) {
      return new States(
          Optional.of(network.frozenStates(dataSet.sentences(), directory.root(), phase)));
    }
  }

  private TrainingListener listener() {
    return TrainingListener.all(
        List.of(
            ProgressReport.onStandardError(),
            new MetricsReport(directory.metrics(), Clock.systemUTC()),
            new TensorBoardReport(directory.events(), Clock.systemUTC())));
  }
}
