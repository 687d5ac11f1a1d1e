package org.relunet.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.relunet.api.triple.RelationSchema;
import org.relunet.corpus.AnnotatedText;
import org.relunet.graph.optimizer.LearningRateSchedule;
import org.relunet.network.TrainingNetwork;
import org.relunet.training.DistributedSettings;
import org.relunet.training.TrainingRequest;
import org.relunet.training.data.DataSet;
import org.relunet.training.data.TrainingTexts;
import org.relunet.training.distributed.RoundDirectory;
import org.relunet.training.distributed.RoundDriver;
import org.relunet.training.distributed.RoundFigures;
import org.relunet.training.distributed.RoundLengths;
import org.relunet.training.distributed.Shares;
import org.relunet.training.distributed.WorkerLauncher;
import org.relunet.training.distributed.WorkerTask;
import org.relunet.training.report.TrainingEvent;
import org.relunet.training.report.TrainingListener;

/**
 * Rounds of several workers. In an epoch each passes over its share; the network here never makes a
 * step: it is scored.
 */
final class RoundUpdates implements EpochUpdates {
  private final TrainingNetwork network;
  private final DistributedSettings settings;
  private final RunDirectory directory;
  private final TrainingListener listener;
  private final LearningRateSchedule schedule;
  private final RoundDriver driver;
  private final int stepsPerEpoch;

  private RoundUpdates(
      TrainingNetwork network,
      DistributedSettings settings,
      RunDirectory directory,
      TrainingListener listener,
      LearningRateSchedule schedule,
      RoundDriver driver,
      int stepsPerEpoch) {
    this.network = network;
    this.settings = settings;
    this.directory = directory;
    this.listener = listener;
    this.schedule = schedule;
    this.driver = driver;
    this.stepsPerEpoch = stepsPerEpoch;
  }

  /**
   * Starts the workers.
   *
   * @param network with the first values
   * @param texts as they were read
   * @param train what of them is learned
   * @param epochsDone that stand in the directory
   */
  static RoundUpdates start(
      TrainingNetwork network,
      TrainingRequest request,
      RelationSchema schema,
      TrainingTexts texts,
      DataSet train,
      RunDirectory directory,
      TrainingListener listener,
      WorkerLauncher launcher,
      LearningRateSchedule schedule,
      int epochsDone)
      throws IOException {
    DistributedSettings settings = request.training().distributed();
    RoundDriver driver =
        RoundDriver.start(
            new RoundDirectory(directory.rounds()),
            WorkerTask.of(request, schema, texts, shares(request, texts, train)),
            settings,
            request.training().averageDecay(),
            launcher,
            epochsDone == 0 ? Optional.empty() : Optional.of(directory.lastRounds(epochsDone)),
            network::trainedValues);
    network.setTrainedValues(driver.weights());
    int largest = Shares.largest(train.examples().size(), settings.workers());
    return new RoundUpdates(
        network,
        settings,
        directory,
        listener,
        schedule,
        driver,
        Math.toIntExact(RunLength.stepsPerEpoch(largest, request.training())));
  }

  /** Places among the texts that were read, of those that are learned. */
  private static List<List<Integer>> shares(
      TrainingRequest request, TrainingTexts texts, DataSet train) {
    Map<AnnotatedText, Integer> places = new IdentityHashMap<>();
    for (AnnotatedText text : texts.train().texts()) {
      places.put(text, places.size());
    }
    List<Integer> learned =
        train.examples().stream().map(example -> places.get(example.source())).toList();
    return Shares.of(
            learned.size(), request.training().distributed().workers(), request.training().seed())
        .stream()
        .map(share -> share.stream().map(learned::get).toList())
        .toList();
  }

  @Override
  public Done run(int epoch, long firstStep, long lastStep) throws IOException {
    long step = firstStep;
    int steps = (int) Math.min(stepsPerEpoch, lastStep - firstStep);
    double bytes = 0;
    double seconds = 0;
    double communication = 0;
    List<Integer> lengths = RoundLengths.of(steps, settings.localSteps());
    for (int length : lengths) {
      List<Double> factors =
          LongStream.range(step, step + length).mapToObj(schedule::factor).toList();
      RoundFigures round = driver.round(step, factors);
      step += length;
      bytes += round.bytes();
      seconds += round.seconds();
      communication += round.communicationSeconds();
      Map<String, Double> details = new LinkedHashMap<>(round.details());
      details.put("rateFactor", factors.get(length - 1));
      listener.on(
          new TrainingEvent.StepDone(
              step, epoch, Math.toIntExact(round.sentences()), round.loss(), details));
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("rounds", (double) lengths.size());
    figures.put("roundSeconds", seconds);
    figures.put("communicationSeconds", communication);
    figures.put("communicationBytes", bytes);
    return new Done(step, figures);
  }

  @Override
  public void beginScoring() {
    network.setTrainedValues(driver.scoredWeights());
  }

  @Override
  public void endScoring() {
    // nothing is trained here: what the workers begin with is the driver's
  }

  @Override
  public void save(int epoch) throws IOException {
    driver.save(directory.lastRounds(epoch));
  }

  @Override
  public void saved(int epochBefore) throws IOException {
    driver.keepStates();
    Files.deleteIfExists(directory.lastRounds(epochBefore));
  }

  @Override
  public void close() throws IOException {
    driver.close();
  }
}
