package org.relunet.training.distributed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.relunet.api.triple.RelationSchema;
import org.relunet.common.directories.Directories;
import org.relunet.common.directories.PrivateFiles;
import org.relunet.common.messages.Count;
import org.relunet.common.replacement.Replacement;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.corpus.AnnotatedText;
import org.relunet.graph.loss.LossSettings;
import org.relunet.graph.optimizer.AdamWSettings;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.network.FrozenStates;
import org.relunet.network.SessionSettings;
import org.relunet.network.TrainingNetwork;
import org.relunet.runtime.assembly.Assembly;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.Division;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;
import org.relunet.training.data.DataSet;
import org.relunet.training.data.TrainingData;
import org.relunet.training.data.TrainingTexts;
import org.relunet.training.distillation.Lessons;
import org.relunet.training.distillation.Teacher;
import org.relunet.training.report.PhaseReport;

/**
 * A worker: reads its share of the texts, builds its network once, and takes part in round after
 * round until there is none any more. One that is started in the place of another goes on with the
 * round that the other was in, to the same bits.
 */
public final class TrainingWorker {
  private final WorkerSpecification specification;
  private final RoundDirectory directory;
  private final PluginRegistry registry;
  private final ClassLoader loader;
  private final Consumer<String> messages;
  private final WorkerObserver observer;

  /**
   * @param registry where plugins are found
   * @param loader of what the configuration may have
   * @param messages told what is done
   * @param observer told each step
   */
  public TrainingWorker(
      WorkerSpecification specification,
      PluginRegistry registry,
      ClassLoader loader,
      Consumer<String> messages,
      WorkerObserver observer) {
    this.specification = specification;
    this.directory = new RoundDirectory(Path.of(specification.directory()));
    this.registry = registry;
    this.loader = loader;
    this.messages = line -> messages.accept("worker %d: %s".formatted(number(), line));
    this.observer = observer;
  }

  /** As people count. */
  private int number() {
    return specification.worker() + 1;
  }

  /**
   * Works until the driver ends the rounds, or is gone.
   *
   * @throws java.nio.file.NoSuchFileException if this process does not see the driver's files
   * @throws IOException if it can't read or write them
   * @throws InterruptedException if it is told to end
   */
  public void run() throws IOException, InterruptedException {
    WorkerTask task =
        RoundDirectory.read(directory.workerTask(specification.worker()), WorkerTask.class);
    Path scratch = PrivateFiles.temporaryDirectory("relunet-worker");
    try {
      work(task, scratch);
    } catch (TrainingException e) {
      // another process would come to the same end: the driver is told in its place
      Replacement.writePrivate(
          directory.workerFailure(specification.worker()),
          "worker %d: %s".formatted(number(), e.getMessage()));
    } finally {
      Directories.deleteAll(scratch);
    }
  }

  private void work(WorkerTask task, Path scratch) throws IOException, InterruptedException {
    Configuration configuration =
        new ConfigurationReader(RelunetSchema.of(registry, loader))
            .text("configuration of the training", task.configuration())
            .read();
    TrainingRequest request =
        new TrainingRequest(
            configuration, scratch, "worker", OptionalLong.empty(), TrainingRequest.Beginning.ANEW);
    RelationSchema schema = new RelationSchema(task.relations());
    Assembly assembly = Assembly.of(configuration, registry, schema);
    DataSet share = TrainingData.share(request.data(), texts(task, request), assembly);
    if (share.examples().size() != task.texts().size()) {
      throw new TrainingException(
          "reads %d of the %d texts of its share: are the plugins here other ones?"
              .formatted(share.examples().size(), task.texts().size()));
    }
    PhaseReport phases = PhaseReport.silent();
    try (Lessons lessons =
            Lessons.of(
                Teacher.of(request, schema),
                share,
                assembly.parts().extractor(),
                scratch,
                phases,
                messages);
        TrainingNetwork network = network(request, assembly)) {
      network.initialize(request.training().seed());
      Optional<FrozenStates> states =
          network.hasFrozenStates()
              ? Optional.of(network.frozenStates(share.sentences(), scratch, done -> {}))
              : Optional.empty();
      try {
        messages.accept("ready, with " + Count.of(share.examples().size(), "text"));
        new LocalRounds(
                directory,
                specification.worker(),
                network,
                request.training(),
                new ShareBatches(
                    share.labelled(),
                    request.training().batchSize(),
                    request.training().seed(),
                    specification.worker()),
                batch -> network.prepare(batch, states, lessons.kept()),
                observer)
            .run();
      } finally {
        states.ifPresent(FrozenStates::close);
      }
    }
  }

  private List<AnnotatedText> texts(WorkerTask task, TrainingRequest request) throws IOException {
    TrainingTexts texts = TrainingTexts.read(request.data(), Division.CONFIGURED);
    Map<String, String> hashes = hashes(texts.files());
    if (!hashes.equals(new TreeMap<>(task.dataHashes()))) {
      throw new TrainingException(
          request.data().train()
              + " or another data file is not the same here as where the training was started:"
              + " all must see the same files under the same paths");
    }
    return task.texts().stream().map(texts.train().texts()::get).toList();
  }

  /** SHA-256 of data files, by role. */
  static Map<String, String> hashes(List<DataFile> files) {
    Map<String, String> hashes = new TreeMap<>();
    files.forEach(file -> hashes.put(file.role(), file.sha256()));
    return hashes;
  }

  /** Without an average, which the driver keeps. */
  private static TrainingNetwork network(TrainingRequest request, Assembly assembly) {
    return new TrainingNetwork(
        assembly.parts(),
        request.configuration().section("loss", LossSettings.class),
        request.distillation().loss(),
        withoutAverage(request.training().optimizer()),
        request.configuration().section("session", SessionSettings.class));
  }

  /** The optimizer of workers and driver: an average over rounds is kept beside it. */
  public static AdamWSettings withoutAverage(AdamWSettings settings) {
    return new AdamWSettings(
        settings.weightDecay(), settings.gradientClip(), 0, settings.layerDecay());
  }
}
