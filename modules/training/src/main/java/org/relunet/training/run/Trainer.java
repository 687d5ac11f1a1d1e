package org.relunet.training.run;

import java.io.IOException;
import java.util.Optional;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.graph.optimizer.Checkpoint;
import org.relunet.network.TrainingNetwork;
import org.relunet.training.TrainingSettings;
import org.relunet.training.report.TrainingEvent;
import org.relunet.training.report.TrainingListener;

/**
 * The epochs of a training. After each the network is scored, and a checkpoint written from which
 * another process goes on as if nothing had happened: batches, rates and random numbers follow from
 * seed, epoch and step alone.
 */
final class Trainer {
  private final TrainingNetwork network;
  private final TrainingSettings settings;
  private final EpochUpdates updates;
  private final Optional<DevelopmentScore> development;
  private final RunDirectory directory;
  private final TrainingListener listener;
  private final int lastEpoch;
  private final long lastStep;

  /**
   * @param updates of the network's weights
   * @param development empty where nothing is left to score on: the last epoch is then kept
   * @param stepsPerEpoch of each who learns
   * @param totalSteps that the learning rates are planned for
   * @param lastEpoch after which training ends, at the latest
   */
  Trainer(
      TrainingNetwork network,
      TrainingSettings settings,
      EpochUpdates updates,
      Optional<DevelopmentScore> development,
      RunDirectory directory,
      TrainingListener listener,
      long stepsPerEpoch,
      long totalSteps,
      int lastEpoch) {
    this.network = network;
    this.settings = settings;
    this.updates = updates;
    this.development = development;
    this.directory = directory;
    this.listener = listener;
    this.lastEpoch = Math.min(lastEpoch, settings.epochs());
    lastStep = Math.min(totalSteps, this.lastEpoch * stepsPerEpoch);
  }

  /** Trains from the given state to the end; the best parameters are then in the network. */
  RunState train(RunState from) throws IOException {
    RunState state = from;
    String reason = reasonToStop(state);
    boolean something = reason.isEmpty(); // else it was given fewer epochs than are done
    if (something) {
      listener.on(
          new TrainingEvent.TrainingStarted(
              state.stepsDone(), lastStep, state.epochsDone(), lastEpoch));
    }
    while (reason.isEmpty()) {
      state = epoch(state);
      reason = reasonToStop(state);
    }
    state = state.finish();
    state.write(directory.state());
    if (something) {
      listener.on(new TrainingEvent.TrainingFinished(state.stepsDone(), state.bestEpoch(), reason));
    }
    network.restoreTrained(directory.bestCheckpoint(state.bestEpoch()));
    return state;
  }

  private String reasonToStop(RunState state) {
    if (state.epochsDone() >= lastEpoch) {
      return "all epochs done";
    }
    if (state.stepsDone() >= lastStep) {
      return "all steps done";
    }
    if (settings.patience() > 0 && state.epochsWithoutGain() >= settings.patience()) {
      return "no better score in " + settings.patience() + " epochs";
    }
    return "";
  }

  private RunState epoch(RunState before) throws IOException {
    int epoch = before.epochsDone() + 1;
    listener.on(new TrainingEvent.EpochStarted(epoch));
    EpochUpdates.Done done = updates.run(epoch, before.stepsDone(), lastStep);
    updates.beginScoring();
    Optional<Evaluation> evaluation = development.map(texts -> texts.of(network));
    RunState after =
        evaluation
            .map(scored -> before.afterEpoch(done.step(), scored.overall().score().f1()))
            .orElseGet(() -> before.afterUnscoredEpoch(done.step()));
    boolean best = after.bestEpoch() == epoch;
    if (best) {
      network.saveTrained(directory.bestCheckpoint(after.bestEpoch()));
    }
    updates.endScoring();
    keep(before, after, best);
    listener.on(
        new TrainingEvent.EpochEvaluated(
            epoch, done.step(), ReportedValues.of(evaluation, done.figures()), best));
    return after;
  }

  /** Writes the checkpoint, then the state that speaks of both, then removes what it replaced. */
  private void keep(RunState before, RunState after, boolean best) throws IOException {
    updates.save(after.epochsDone());
    after.write(directory.state());
    updates.saved(before.epochsDone());
    if (best && before.bestEpoch() > 0) {
      Checkpoint.delete(directory.bestCheckpoint(before.bestEpoch()));
    }
  }
}
