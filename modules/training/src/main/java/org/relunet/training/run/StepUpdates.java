package org.relunet.training.run;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Steps in this process, over all texts in each epoch. */
final class StepUpdates implements EpochUpdates {
  private final TrainingNetwork network;
  private final TrainingSettings settings;
  private final List<LabelledSentence> examples;
  private final KeptData kept;
  private final RunDirectory directory;
  private final TrainingListener listener;
  private final LearningRateSchedule schedule;
  private final int[] lengths;

  StepUpdates(
      TrainingNetwork network,
      TrainingSettings settings,
      List<LabelledSentence> examples,
      KeptData kept,
      RunDirectory directory,
      TrainingListener listener,
      LearningRateSchedule schedule) {
    this.network = network;
    this.settings = settings;
    this.examples = examples;
    this.kept = kept;
    this.directory = directory;
    this.listener = listener;
    this.schedule = schedule;
    lengths = examples.stream().mapToInt(labelled -> labelled.sentence().length()).toArray();
  }

  @Override
  public Done run(int epoch, long firstStep, long lastStep) {
    long step = firstStep;
    BatchPlan plan = BatchPlan.of(lengths, settings.batchSize(), settings.seed(), epoch);
    Iterator<List<LabelledSentence>> batches =
        plan.batches().stream()
            .limit(lastStep - step)
            .map(indices -> Arrays.stream(indices).mapToObj(examples::get).toList())
            .iterator();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("paddedShare", plan.paddedShare());
    try (PreparedBatches prepared =
        new PreparedBatches(
            batch -> network.prepare(batch, kept.states(), kept.softLabels()), batches)) {
      while (prepared.hasNext()) {
        try (PreparedBatches.Prepared batch = prepared.next()) {
          update(batch, epoch, step++);
          if (!prepared.hasNext()) {
            figures.putAll(network.coreGradients(batch.feeds(), seed(step)));
          }
        }
      }
    }
    return new Done(step, figures);
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

  @Override
  public void beginScoring() {
    network.swapAverages();
  }

  @Override
  public void endScoring() {
    network.swapAverages();
  }

  @Override
  public void save(int epoch) throws IOException {
    network.saveAll(directory.lastCheckpoint(epoch));
  }

  @Override
  public void saved(int epochBefore) throws IOException {
    Checkpoint.delete(directory.lastCheckpoint(epochBefore));
  }

  @Override
  public void close() {
    // holds nothing of its own
  }
}
