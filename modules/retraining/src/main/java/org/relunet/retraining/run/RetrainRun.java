package org.relunet.retraining.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.relunet.common.claim.Claim;
import org.relunet.config.Configuration;
import org.relunet.model.store.registry.ModelRegistry;
import org.relunet.model.store.registry.Publication;
import org.relunet.retraining.RetrainSection;
import org.relunet.retraining.RetrainSettings;
import org.relunet.retraining.report.RunReport;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.DataSettings;
import org.relunet.training.TrainingSections;

/**
 * From corrections to a published model. Every stage leaves its result in the run's directory, so
 * that a run that died at any point is finished by the next call, with the same outcome.
 */
public final class RetrainRun {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Configuration configuration;
  private final RetrainSettings settings;
  private final CorrectionSource source;
  private final PluginRegistry plugins;
  private final InstantSource clock;
  private final Consumer<String> messages;

  /**
   * @param configuration of the retraining and of the training that it makes
   * @param source of corrections, beside the files that the configuration names
   * @param plugins where plugins are found
   * @param clock names new runs
   * @param messages told what is done, line by line, for a person
   */
  public RetrainRun(
      Configuration configuration,
      CorrectionSource source,
      PluginRegistry plugins,
      InstantSource clock,
      Consumer<String> messages) {
    this.configuration = configuration;
    this.settings = configuration.section(RetrainSection.RETRAIN, RetrainSettings.class);
    this.source = source;
    this.plugins = plugins;
    this.clock = clock;
    this.messages = messages;
  }

  /**
   * What a run came to.
   *
   * @param version of the new model
   * @param promoted whether it is the champion now
   * @param directory of the run, with its report
   */
  public record Result(String version, boolean promoted, Path directory) {}

  /**
   * Runs all stages that are still to be done.
   *
   * @throws RetrainException if something is missing, or another process retrains here
   */
  @SuppressWarnings("try") // the claim is held, not used
  public Result run() throws IOException {
    requireSettings();
    Path parent = Path.of(settings.directory()).toAbsolutePath().normalize();
    try (Closeable untilDone = claim(parent)) {
      ModelRegistry registry = ModelRegistry.at(settings.registry());
      RetrainDirectory directory = directory(parent, registry);
      RunStart start = directory.start();
      Stages stages =
          new Stages(configuration, settings, directory, start, registry, plugins, messages);
      stage(
          directory, Stage.COLLECT, () -> stages.collect(source, learnedBefore(parent, registry)));
      stage(directory, Stage.PREPARE, stages::prepare);
      stage(directory, Stage.TRAIN, stages::train);
      stage(directory, Stage.EVALUATE, stages::evaluate);
      StageRecord published =
          stage(directory, Stage.PUBLISH, () -> stages.publish(clock.instant()));
      report(directory, start, published).write(directory.root());
      return new Result(published.version(), published.passed(), directory.root());
    }
  }

  private RunReport report(RetrainDirectory directory, RunStart start, StageRecord published)
      throws IOException {
    List<RunReport.StageLine> lines = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      StageRecord done = directory.done(stage).orElseThrow();
      lines.add(new RunReport.StageLine(stage.label(), done.seconds(), done.notes()));
    }
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("started", start.started().toString());
    facts.put("champion at the start", start.champion().isEmpty() ? "none" : start.champion());
    facts.put("new model", published.version());
    facts.put("registry", settings.registry());
    return new RunReport(
        directory.name(),
        facts,
        published.passed()
            ? "The new model was promoted."
            : "The new model was published, and not promoted.",
        published.scores(),
        lines);
  }

  private void requireSettings() {
    if (settings.registry().isEmpty()) {
      throw new RetrainException("retrain.registry: name the directory of the model registry");
    }
    if (configuration.section(TrainingSections.DATA, DataSettings.class).dev().isEmpty()) {
      throw new RetrainException(
          "data.dev: a retraining needs texts that no model learns, to compare models on; name"
              + " their file");
    }
  }

  private static Closeable claim(Path parent) throws IOException {
    return Claim.tryOn(parent.resolve(".retraining"))
        .orElseThrow(
            () ->
                new RetrainException(
                    "another process retrains in " + parent + "; wait for its end"));
  }

  /** The run that is not finished, or a new one. */
  private RetrainDirectory directory(Path parent, ModelRegistry registry) throws IOException {
    List<RetrainDirectory> all = RetrainDirectory.all(parent);
    String asked = configuration.toYaml();
    if (!all.isEmpty() && !all.get(all.size() - 1).finished()) {
      RetrainDirectory last = all.get(all.size() - 1);
      if (!last.start().configuration().equals(asked)) {
        throw new RetrainException(
            last.root()
                + " holds a run that is not finished, of another configuration: finish it with that"
                + " one, or delete the directory to begin anew (its corrections are then read again)");
      }
      messages.accept("going on with the run " + last.name());
      return last;
    }
    String champion = registry.alias(settings.champion()).orElse("");
    RunStart start =
        new RunStart(clock.instant(), champion, consumed(registry), configuration.toYaml());
    RetrainDirectory directory =
        RetrainDirectory.create(parent, NAME.format(start.started()), start);
    messages.accept(
        "run %s, %s"
            .formatted(
                directory.name(),
                champion.isEmpty()
                    ? "without a champion: this model will be the first"
                    : "champion " + champion));
    return directory;
  }

  /** Where the newest published model stopped reading. */
  private static Map<String, Map<Integer, Long>> consumed(ModelRegistry registry)
      throws IOException {
    return publications(registry).stream()
        .filter(publication -> !publication.offsets().isEmpty())
        .max(Comparator.comparing(Publication::published))
        .map(Publication::offsets)
        .orElse(Map.of());
  }

  private static List<Publication> publications(ModelRegistry registry) throws IOException {
    List<Publication> publications = new ArrayList<>();
    for (String version : registry.versions()) {
      registry.publication(version).ifPresent(publications::add);
    }
    return publications;
  }

  /** Runs whose models were published: their corrections count as read, and are learned again. */
  private static List<RetrainDirectory> learnedBefore(Path parent, ModelRegistry registry)
      throws IOException {
    List<String> runs =
        publications(registry).stream().map(Publication::run).flatMap(Optional::stream).toList();
    return RetrainDirectory.all(parent).stream().filter(run -> runs.contains(run.name())).toList();
  }

  /** The work of a stage. */
  private interface Work {
    StageRecord run() throws IOException;
  }

  private StageRecord stage(RetrainDirectory directory, Stage stage, Work work) throws IOException {
    Optional<StageRecord> done = directory.done(stage);
    if (done.isPresent()) {
      messages.accept(stage.label() + ": done before");
      return done.get();
    }
    long begin = System.nanoTime();
    messages.accept(stage.label());
    StageRecord record = work.run();
    record.notes().forEach(note -> messages.accept("  " + note));
    StageRecord timed = record.after((System.nanoTime() - begin) / 1e9);
    directory.finish(stage, timed);
    return timed;
  }
}
