package org.relunet.training.run;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.relunet.api.triple.RelationSchema;
import org.relunet.corpus.AnnotatedText;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.graph.loss.LossSettings;
import org.relunet.graph.optimizer.AdamWSettings;
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
import org.relunet.training.packaging.ModelPackaging;
import org.relunet.training.report.MetricsReport;
import org.relunet.training.report.ProgressReport;
import org.relunet.training.report.TensorBoardReport;
import org.relunet.training.report.TrainingListener;

/** A training from files to a model package. */
public final class TrainingRun {
  private final TrainingRequest request;
  private final PluginRegistry registry;
  private final Consumer<String> messages;
  private final RunDirectory directory;

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
   * @param development scores of the best epoch's network, before its weights were stored
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
    RunStart start = new RunStart(directory, request.resume(), messages);
    RunState state = start.state(RunInputs.of(request, files));
    messages.accept(
        "reading " + data.train() + " and " + data.dev() + ", " + schema.size() + " relations");
    Assembly assembly = Assembly.of(request.configuration(), registry, schema);
    DataSet train = report(TrainingData.train(data, data.train(), trainTexts, assembly));
    if (train.examples().isEmpty()) {
      throw new TrainingException(
          data.train()
              + ": every text is longer than the encoder takes; nothing is left to train on");
    }
    DataSet development =
        report(TrainingData.development(data, data.dev(), developmentTexts, assembly));

    TrainingSettings settings = request.training();
    messages.accept("building the network");
    try (TrainingNetwork network =
        new TrainingNetwork(
            assembly.parts(),
            request.configuration().section("loss", LossSettings.class),
            new AdamWSettings(
                settings.weightDecay(), settings.gradientClip(), settings.averageDecay()),
            request.configuration().section("session", SessionSettings.class))) {
      start.initialize(network, state, settings.seed());
      try (States trainStates = states(network, train);
          States developmentStates = states(network, development);
          TrainingListener listener = listener()) {
        DevelopmentScore score =
            new DevelopmentScore(development, developmentStates.kept(), schema, settings.match());
        Trainer trainer =
            new Trainer(
                network,
                settings,
                train.labelled(),
                trainStates.kept(),
                score,
                directory,
                listener,
                request.maximumSteps());
        RunState done = trainer.train(state);
        Evaluation best = score.of(network);
        ModelPackage model =
            new ModelPackaging(request, assembly, files)
                .write(directory.model(), network.trainedValues(), done, best);
        messages.accept("wrote model " + model.version() + " to " + directory.model());
        return new Result(model, best);
      }
    }
  }

  private DataSet report(TrainingData.Validated validated) {
    validated.report().lines().forEach(messages);
    DataSet read = validated.dataSet();
    if (!read.unread().isEmpty()) {
      messages.accept(
          "  "
              + read.unread().size()
              + " texts can't be read, having no word or more pieces than the encoder takes: "
              + read.unread().stream().limit(3).map(AnnotatedText::id).collect(joining(", "))
              + (read.unread().size() > 3 ? " ..." : ""));
    }
    return read;
  }

  /** Kept states of a data set, if the encoder has frozen layers; closes them if there are any. */
  private record States(Optional<FrozenStates> kept) implements AutoCloseable {
    @Override
    public void close() {
      kept.ifPresent(FrozenStates::close);
    }
  }

  private States states(TrainingNetwork network, DataSet dataSet) {
    if (!network.hasFrozenStates()) {
      return new States(Optional.empty());
    }
    messages.accept(
        "computing the frozen layers for " + dataSet.examples().size() + " texts, once");
    return new States(
        Optional.of(network.frozenStates(dataSet.sentences(), directory.root(), sentences -> {})));
  }

  private TrainingListener listener() {
    return TrainingListener.all(
        List.of(
            ProgressReport.onStandardError(),
            new MetricsReport(directory.metrics(), Clock.systemUTC()),
            new TensorBoardReport(directory.events(), Clock.systemUTC())));
  }
}
