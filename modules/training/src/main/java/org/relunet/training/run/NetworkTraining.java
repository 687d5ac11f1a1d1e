package org.relunet.training.run;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.relunet.api.triple.RelationSchema;
import org.relunet.graph.loss.LossSettings;
import org.relunet.graph.optimizer.LearningRateSchedule;
import org.relunet.network.FrozenStates;
import org.relunet.network.SessionSettings;
import org.relunet.network.TrainingNetwork;
import org.relunet.runtime.assembly.Assembly;
import org.relunet.training.ChosenSettings;
import org.relunet.training.Division;
import org.relunet.training.TrainingRequest;
import org.relunet.training.data.DataSet;
import org.relunet.training.data.TrainingTexts;
import org.relunet.training.distillation.Lessons;
import org.relunet.training.distributed.Shares;
import org.relunet.training.distributed.TrainingWorker;
import org.relunet.training.distributed.WorkerLauncher;
import org.relunet.training.report.MetricsReport;
import org.relunet.training.report.PhaseReport;
import org.relunet.training.report.ProgressReport;
import org.relunet.training.report.TensorBoardReport;
import org.relunet.training.report.TrainingListener;
import org.relunet.training.start.ParentModel;

/**
 * The part of a training that has a network: it is built, trained or given what was trained, and
 * gone again.
 *
 * @param request of the training
 * @param directory of the training
 * @param start where it begins
 * @param parent whose weights it begins with at its first step, if any
 * @param launcher starts workers, where there are to be several
 * @param assembly the plugins it is trained with
 * @param development data to score on; empty where all is learned
 * @param phases shown how far it is
 * @param messages told what is done
 */
record NetworkTraining(
    TrainingRequest request,
    RunDirectory directory,
    RunStart start,
    Optional<ParentModel> parent,
    WorkerLauncher launcher,
    Assembly assembly,
    Optional<DataSet> development,
    PhaseReport phases,
    Consumer<String> messages) {
  private static final States NO_STATES = new States(Optional.empty());

  /**
   * What a training gave.
   *
   * @param values of the best epoch's trained parameters, by name
   * @param chosen after it
   */
  record Trained(RunState state, Map<String, float[]> values, ChosenSettings chosen) {}

  /** Trains from a state that is not finished to the end. */
  Trained train(RunState state, TrainingTexts texts, DataSet train, Lessons lessons)
      throws IOException {
    try (TrainingNetwork network = network()) {
      ThresholdChoice thresholds = ThresholdChoice.of(network, request);
      start.initialize(network, state, request.training().seed(), parent, schema());
      int each =
          Shares.largest(train.examples().size(), request.training().distributed().workers());
      LearningRateSchedule schedule = RunLength.of(request).schedule(each, request.training());
      try (States trainStates = several() ? NO_STATES : states(network, train);
          States developmentStates = developmentStates(network);
          TrainingListener listener = listener();
          EpochUpdates updates =
              several()
                  ? RoundUpdates.start(
                      network,
                      request,
                      schema(),
                      texts,
                      train,
                      directory,
                      listener,
                      launcher,
                      schedule,
                      state.epochsDone())
                  : new StepUpdates(
                      network,
                      request.training(),
                      train.labelled(),
                      new KeptData(trainStates.kept(), lessons.kept()),
                      directory,
                      listener,
                      schedule)) {
        Optional<DevelopmentScore> score = score(developmentStates);
        Trainer trainer =
            new Trainer(
                network,
                request.training(),
                updates,
                score,
                directory,
                listener,
                RunLength.stepsPerEpoch(each, request.training()),
                schedule.totalSteps(),
                lastEpoch());
        RunState done = trainer.train(state);
        return new Trained(done, network.trainedValues(), chosen(thresholds, score));
      }
    }
  }

  /** Reads what was trained. */
  Trained finish(RunState state) throws IOException {
    try (TrainingNetwork network = network()) {
      ThresholdChoice thresholds = ThresholdChoice.of(network, request);
      RunState done = start.initializeBest(network, state, request.training().seed());
      Map<String, float[]> values = network.trainedValues();
      if (thresholds.trials().isEmpty()) {
        return new Trained(done, values, chosen(thresholds, Optional.empty()));
      }
      try (States states = developmentStates(network)) {
        return new Trained(done, values, chosen(thresholds, score(states)));
      }
    }
  }

  private boolean several() {
    return request.training().distributed().several();
  }

  private RelationSchema schema() {
    return assembly.parts().extractor().schema();
  }

  private int lastEpoch() {
    return request.division() instanceof Division.Everything all
        ? all.epochs()
        : request.training().epochs();
  }

  /** Where all texts are learned, what was chosen on those that others held out. */
  private ChosenSettings chosen(ThresholdChoice thresholds, Optional<DevelopmentScore> score) {
    if (request.division() instanceof Division.Everything all) {
      return all.chosen();
    }
    return score.map(texts -> thresholds.choose(texts, messages)).orElse(ChosenSettings.NONE);
  }

  private TrainingNetwork network() {
    messages.accept("building the network");
    return new TrainingNetwork(
        assembly.parts(),
        request.configuration().section("loss", LossSettings.class),
        request.distillation().loss(),
        several()
            ? TrainingWorker.withoutAverage(request.training().optimizer())
            : request.training().optimizer(),
        request.configuration().section("session", SessionSettings.class));
  }

  private Optional<DevelopmentScore> score(States states) {
    return development.map(
        texts ->
            new DevelopmentScore(
                texts,
                states.kept(),
                schema(),
                request.training().match(),
                request.extraction().minimumConfidence()));
  }

  private States developmentStates(TrainingNetwork network) {
    return development.map(texts -> states(network, texts)).orElseGet(() -> NO_STATES);
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
      return NO_STATES;
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
