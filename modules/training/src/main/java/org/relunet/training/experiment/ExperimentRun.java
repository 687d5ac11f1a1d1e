package org.relunet.training.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.relunet.common.claim.Claim;
import org.relunet.common.messages.ParserMessage;
import org.relunet.common.replacement.Replacement;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.config.ConfigurationSchema;
import org.relunet.evaluation.score.Score;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.provenance.Provenance;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.DataSettings;
import org.relunet.training.Division;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;
import org.relunet.training.TrainingSections;
import org.relunet.training.data.SettingsOfData;
import org.relunet.training.data.TrainingTexts;
import org.relunet.training.run.RunDirectory;
import org.relunet.training.run.TrainingRun;

/**
 * Trains what an experiment asks for, one after another, and keeps its tables up to date. A
 * training that is done is not done again; one that was interrupted goes on after its last epoch.
 * Several processes may run the same experiment into the same output: each takes the next training
 * that none has.
 */
public final class ExperimentRun {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Experiment experiment;
  private final Path output;
  private final List<String> overrides;
  private final PluginRegistry registry;
  private final ConfigurationSchema schema;
  private final Consumer<String> messages;

  /**
   * @param output directory; gets {@code table.md}, {@code table.csv} and a directory for each
   *     training
   * @param overrides of all rows, which win over the experiment's own
   * @param schema of configurations
   * @param messages told what is done, line by line, for a person
   */
  public ExperimentRun(
      Experiment experiment,
      Path output,
      List<String> overrides,
      PluginRegistry registry,
      ConfigurationSchema schema,
      Consumer<String> messages) {
    this.experiment = experiment;
    this.output = output;
    this.overrides = List.copyOf(overrides);
    this.registry = registry;
    this.schema = schema;
    this.messages = messages;
  }

  private record Training(ExperimentRow row, long seed, Path directory, Configuration settings) {
    Path result() {
      return directory.resolve("result.json");
    }

    String name() {
      return "'%s' with seed %d".formatted(row.name(), seed);
    }

    /** Beside the directory, which holds what a training of its own would. */
    Path claim() {
      return directory.resolveSibling(directory.getFileName() + ".lock");
    }
  }

  /**
   * Runs what is neither done yet nor in another process's hands; seed by seed, so that a table
   * with all rows is there early.
   *
   * @return the table in Markdown, with what is done by then
   * @throws org.relunet.config.problem.ConfigurationException if the configuration of a row is
   *     wrong, before anything is trained
   */
  @SuppressWarnings("try") // the claims are held, not used
  public String run() throws IOException {
    List<Training> trainings = trainings();
    Map<Training, RowResult> done = new HashMap<>();
    readMissing(trainings, done);
    messages.accept(
        "%s: %d of %d trainings are done"
            .formatted(experiment.name(), done.size(), trainings.size()));
    String table = tabulate(trainings, done);
    for (Training training : trainings) {
      if (Files.exists(training.result())) {
        continue;
      }
      Optional<Claim> claim = Claim.tryOn(training.claim());
      if (claim.isEmpty()) {
        messages.accept("another process trains " + training.name());
        continue;
      }
      try (Closeable untilDone = claim.get()) {
        if (!Files.exists(training.result())) { // nobody has finished it just now
          messages.accept("training " + training.name());
          done.put(training, train(training));
          table = tabulate(trainings, done);
        }
      }
    }
    return table;
  }

  private List<Training> trainings() {
    List<Training> trainings = new ArrayList<>();
    int most = experiment.rows().stream().mapToInt(row -> row.seeds().size()).max().orElse(0);
    for (int turn = 0; turn < most; turn++) {
      for (ExperimentRow row : experiment.rows()) {
        if (turn >= row.seeds().size()) {
          continue;
        }
        long seed = row.seeds().get(turn);
        List<String> all = new ArrayList<>(experiment.overrides(row, seed));
        all.addAll(overrides);
        Configuration settings =
            new ConfigurationReader(schema).file(experiment.base()).overrides(all).read();
        Path directory = output.resolve(row.directory()).resolve("seed-" + seed);
        trainings.add(new Training(row, seed, directory, settings));
      }
    }
    return trainings;
  }

  private RowResult train(Training training) throws IOException {
    TrainingRun.Result result =
        new TrainingRun(
                new TrainingRequest(
                    training.settings(),
                    training.directory(),
                    training.row().directory(),
                    OptionalLong.empty(),
                    TrainingRequest.Beginning.RESUME_UNCHANGED),
                registry,
                messages)
            .run();
    Score score = result.development().overall().score();
    Provenance provenance = result.model().provenance();
    TrainingPace pace = TrainingPace.of(new RunDirectory(training.directory()).metrics());
    RowResult row =
        new RowResult(
            training.row().name(),
            training.seed(),
            result.development().rule().label(),
            score.precision(),
            score.recall(),
            score.f1(),
            result.bySeen().map(split -> split.seen().f1()).orElse(null),
            result.bySeen().map(split -> split.unseen().f1()).orElse(null),
            provenance.epochs(),
            provenance.bestEpoch(),
            pace.seconds(),
            pace.sentencesPerSecond(),
            result.model().version());
    Replacement.write(training.result(), JSON.writeValueAsString(row) + "\n");
    return row;
  }

  /** What is done must be what is asked for now: a row may have been changed since. */
  private RowResult read(Training training) throws IOException {
    String trainedWith =
        ModelPackage.open(new RunDirectory(training.directory()).model())
            .provenance()
            .configuration();
    TrainingTexts texts =
        TrainingTexts.read(
            training.settings().section(TrainingSections.DATA, DataSettings.class),
            Division.CONFIGURED);
    String asked =
        SettingsOfData.over(training.settings(), registry, List.of(), texts.train().texts())
            .toYaml();
    if (!trainedWith.equals(asked)) {
      throw new TrainingException(
          "the row '%s' was trained with other settings in %s; delete that directory, or name"
                  .formatted(training.row().name(), training.directory())
              + " another output");
    }
    try {
      return JSON.readValue(training.result().toFile(), RowResult.class);
    } catch (JsonProcessingException e) {
      throw new TrainingException(
          training.result()
              + " is not the result of a training: "
              + ParserMessage.plain(e.getOriginalMessage()),
          e);
    }
  }

  /** Reads what is done, by this process or another, and not among the given results yet. */
  private void readMissing(List<Training> trainings, Map<Training, RowResult> done)
      throws IOException {
    for (Training training : trainings) {
      if (!done.containsKey(training) && Files.exists(training.result())) {
        done.put(training, read(training));
      }
    }
  }

  /** Writes the tables of what is done by now, by whichever process. */
  @SuppressWarnings("try")
  private String tabulate(List<Training> trainings, Map<Training, RowResult> done)
      throws IOException {
    // the last to write must be the last to have read
    try (Closeable untilWritten = Claim.on(output.resolve("table.lock"))) {
      readMissing(trainings, done);
      Map<String, List<RowResult>> byRow = new LinkedHashMap<>();
      for (Training training : trainings) {
        if (done.containsKey(training)) {
          byRow
              .computeIfAbsent(training.row().name(), absent -> new ArrayList<>())
              .add(done.get(training));
        }
      }
      ResultTable table = new ResultTable(experiment, byRow);
      Replacement.write(output.resolve("table.md"), table.toMarkdown());
      Replacement.write(output.resolve("table.csv"), table.toCsv());
      return table.toMarkdown();
    }
  }
}
