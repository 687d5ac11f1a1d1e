package org.relunet.training.run;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.graph.optimizer.Checkpoint;
import org.relunet.graph.optimizer.LearningRateSchedule;
import org.relunet.network.LabelledSentence;
import org.relunet.network.NonFiniteException;
import org.relunet.network.TrainingNetwork;
import org.relunet.network.TrainingStep;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingSettings;
import org.relunet.training.batch.BatchPlan;
import org.relunet.training.batch.PreparedBatches;
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
  private final List<LabelledSentence> examples;
  private final KeptData kept;
  private final Optional<DevelopmentScore> development;
  private final RunDirectory directory;
  private final TrainingListener listener;
  private final int[] lengths;
  private final LearningRateSchedule schedule;
  private final int lastEpoch;
  private final long lastStep;

  /**
   * @param development empty where nothing is left to score on: the last epoch is then kept
   * @param length which the learning rates are planned for
   * @param lastEpoch after which training ends, at the latest
   */
  Trainer(
      TrainingNetwork network,
      TrainingSettings settings,
      List<LabelledSentence> examples,
      KeptData kept,
      Optional<DevelopmentScore> development,
      RunDirectory directory,
      TrainingListener listener,
      RunLength length,
      int lastEpoch) {
    this.network = network;
    this.settings = settings;
    this.examples = examples;
    this.kept = kept;
    this.development = development;
    this.directory = directory;
    this.listener = listener;
    lengths = examples.stream().mapToInt(labelled -> labelled.sentence().length()).toArray();
    schedule = length.schedule(examples.size(), settings);
    this.lastEpoch = Math.min(lastEpoch, settings.epochs());
    lastStep =
        Math.min(
            schedule.totalSteps(),
            this.lastEpoch * RunLength.stepsPerEpoch(examples.size(), settings));
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
    long step = before.stepsDone();
    BatchPlan plan = BatchPlan.of(lengths, settings.batchSize(), settings.seed(), epoch);
    Iterator<List<LabelledSentence>> batches =
        plan.batches().stream()
            .limit(lastStep - step)
            .map(indices -> Arrays.stream(indices).mapToObj(examples::get).toList())
            .iterator();
    Map<String, Double> coreGradients = Map.of();
    try (PreparedBatches prepared =
        new PreparedBatches(
            batch -> network.prepare(batch, kept.states(), kept.softLabels()), batches)) {
      while (prepared.hasNext()) {
        try (PreparedBatches.Prepared batch = prepared.next()) {
          update(batch, epoch, step++);
          if (!prepared.hasNext()) {
            coreGradients = network.coreGradients(batch.feeds(), seed(step));
          }
        }
      }
    }
    network.swapAverages();
    Optional<Evaluation> evaluation = development.map(texts -> texts.of(network));
    long steps = step;
    RunState after =
        evaluation
            .map(scored -> before.afterEpoch(steps, scored.overall().score().f1()))
            .orElseGet(() -> before.afterUnscoredEpoch(steps));
    boolean best = after.bestEpoch() == epoch;
    if (best) {
      network.saveTrained(directory.bestCheckpoint(after.bestEpoch()));
    }
    network.swapAverages();
    keep(before, after, best);
    listener.on(
        new TrainingEvent.EpochEvaluated(
            epoch, step, ReportedValues.of(evaluation, plan.paddedShare(), coreGradients), best));
    return after;
  }

  private void update(PreparedBatches.Prepared batch, int epoch, long step) {
    double factor = schedule.factor(step);
    TrainingStep done;
    try {
      done =
          network.step(
              batch.feeds(),
              settings.encoderLearningRate() * factor,
              settings.headLearningRate() * factor,
              seed(step));
    } catch (NonFiniteException e) {
      throw new TrainingException(
          "step "
              + (step + 1)
              + " of epoch "
              + epoch
              + ": "
              + e.getMessage()
              + ". Lower training.head-learning-rate or loss.alpha (loss.matching: paper is"
              + " unbounded), and train into another output",
          e);
    }
    listener.on(
        new TrainingEvent.StepDone(
            step + 1, epoch, batch.sentences(), done.loss(), ReportedValues.of(done, factor)));
  }

  private long seed(long step) {
    return settings.seed() * 1_000_000_007L + step;
  }

  /** Writes the checkpoint, then the state that speaks of both, then removes what it replaced. */
  private void keep(RunState before, RunState after, boolean best) throws IOException {
    network.saveAll(directory.lastCheckpoint(after.epochsDone()));
    after.write(directory.state());
    Checkpoint.delete(directory.lastCheckpoint(before.epochsDone()));
    if (best && before.bestEpoch() > 0) {
      Checkpoint.delete(directory.bestCheckpoint(before.bestEpoch()));
    }
  }
}
