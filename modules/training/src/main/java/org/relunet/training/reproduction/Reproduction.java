package org.relunet.training.reproduction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.config.ConfigurationSchema;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.model.store.provenance.Provenance;
import org.relunet.model.store.provenance.SoftwareVersions;
import org.relunet.network.StoredVariables;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.runtime.trust.TrainingRules;
import org.relunet.training.Division;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;
import org.relunet.training.TrainingSections;
import org.relunet.training.TrainingSettings;
import org.relunet.training.data.TrainingTexts;
import org.relunet.training.run.TrainingRun;

/**
 * Trains a model again as its provenance says, and compares the two. Files that the provenance
 * names were the trainer's: whoever reproduces a model names their own, and their content is
 * compared.
 *
 * @param model to reproduce
 * @param overrides the user's: the data files, and whatever other files the training read
 * @param output directory of the new training
 */
public record Reproduction(ModelPackage model, List<String> overrides, Path output) {
  private static final String START_FROM = TrainingSections.TRAINING + ".start-from";

  /**
   * What it came to.
   *
   * @param reproduced the new model
   * @param weights in what they differ
   * @param scores by name: of the model, then of the new one; only those that differ
   * @param otherVersions software that is another one than then, a line each: with it, the last
   *     bits may differ
   */
  public record Result(
      ModelPackage reproduced,
      WeightDifference weights,
      Map<String, List<Double>> scores,
      List<String> otherVersions) {
    /** Whether weights and scores are the same. */
    public boolean same() {
      return weights.none() && scores.isEmpty();
    }
  }

  /**
   * Trains, or goes on with it.
   *
   * @throws TrainingException if a file is another one than the model was trained with, or can't be
   *     told
   */
  public Result run(PluginRegistry plugins, ClassLoader loader, Consumer<String> messages)
      throws IOException {
    Configuration configuration = configuration(RelunetSchema.of(plugins, loader));
    TrainingRequest request =
        new TrainingRequest(
            configuration,
            output,
            model.manifest().modelName(),
            OptionalLong.empty(),
            TrainingRequest.Beginning.RESUME);
    requireSameData(request);
    requireWhole(request);
    ModelPackage again = new TrainingRun(request, plugins, messages).run().model();
    return new Result(
        again,
        WeightDifference.of(
            StoredVariables.of(model.savedModelDirectory()).all(),
            StoredVariables.of(again.savedModelDirectory()).all()),
        scores(model.provenance().scores(), again.provenance().scores()),
        versions(model.provenance().versions(), again.provenance().versions()));
  }

  private Configuration configuration(ConfigurationSchema schema) {
    Configuration read =
        new ConfigurationReader(schema)
            .foreign(
                "configuration in the provenance",
                model.provenance().configuration(),
                new TrainingRules())
            .overrides(overrides)
            .read();
    List<String> unnamed =
        Stream.concat(
                read.files(RelunetSchema.MODEL_SECTIONS).entrySet().stream()
                    .map(each -> Map.entry(each.getKey(), each.getValue().toString())),
                trainers(read).entrySet().stream())
            .filter(
                each -> overrides.stream().noneMatch(own -> own.startsWith(each.getKey() + "=")))
            .map(each -> each.getKey() + " was " + each.getValue())
            .toList();
    if (!unnamed.isEmpty()) {
      throw new TrainingException(
          model.version()
              + " was trained with files or models of its trainer's; name yours by --set:\n  "
              + String.join("\n  ", unnamed));
    }
    return read;
  }

  /** Models that the training read, by key. */
  private static Map<String, String> trainers(Configuration configuration) {
    Map<String, String> models = new TreeMap<>();
    String parent =
        configuration.section(TrainingSections.TRAINING, TrainingSettings.class).startFrom();
    if (!parent.isEmpty()) {
      models.put(START_FROM, parent);
    }
    Map<String, String> distillation = configuration.toMap(List.of(TrainingSections.DISTILLATION));
    String teachers = distillation.getOrDefault("distillation.teachers", "[]");
    if (!teachers.replaceAll("[\\[\\]\\s]", "").isEmpty()) {
      models.put("distillation.teachers", teachers);
    }
    return models;
  }

  private void requireSameData(TrainingRequest request) throws IOException {
    Map<String, DataFile> then = byRole(model.provenance().dataFiles());
    Map<String, DataFile> now =
        byRole(TrainingTexts.read(request.data(), Division.CONFIGURED).files());
    TreeSet<String> roles = new TreeSet<>(then.keySet());
    roles.addAll(now.keySet());
    List<String> problems = new ArrayList<>();
    for (String role : roles) {
      if (!then.containsKey(role)) {
        problems.add("data." + role + ": the model was trained without one");
      } else if (!now.containsKey(role)) {
        problems.add("data." + role + ": name the file " + then.get(role).name());
      } else if (!then.get(role).sha256().equals(now.get(role).sha256())) {
        problems.add(
            "data.%s: the model was trained on %s with the SHA-256 %s, this one has %s"
                .formatted(
                    role, then.get(role).name(), then.get(role).sha256(), now.get(role).sha256()));
      }
    }
    if (!problems.isEmpty()) {
      throw new TrainingException(
          "these are not the data of " + model.version() + ":\n  " + String.join("\n  ", problems));
    }
  }

  private static Map<String, DataFile> byRole(List<DataFile> files) {
    return files.stream().collect(Collectors.toMap(DataFile::role, file -> file));
  }

  /** A model that was made of a training before its end has a schedule that nobody knows. */
  private void requireWhole(TrainingRequest request) {
    Provenance provenance = model.provenance();
    TrainingSettings training = request.training();
    boolean stoppedByPatience =
        training.patience() > 0
            && provenance.epochs() - provenance.bestEpoch() >= training.patience();
    if (provenance.epochs() < training.epochs() && !stoppedByPatience) {
      throw new TrainingException(
          "%s was made after %d of %d epochs, by --finish, --max-steps or --folds: its training can't be told from its provenance"
              .formatted(model.version(), provenance.epochs(), training.epochs()));
    }
  }

  private static Map<String, List<Double>> scores(
      Map<String, Double> then, Map<String, Double> now) {
    Map<String, List<Double>> different = new TreeMap<>();
    TreeSet<String> names = new TreeSet<>(then.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      double before = then.getOrDefault(name, Double.NaN);
      double after = now.getOrDefault(name, Double.NaN);
      if (Double.compare(before, after) != 0) {
        different.put(name, List.of(before, after));
      }
    }
    return different;
  }

  private static List<String> versions(SoftwareVersions then, SoftwareVersions now) {
    List<String> lines = new ArrayList<>();
    compare("relunet", then.relunet(), now.relunet(), lines);
    compare("Java", then.java(), now.java(), lines);
    compare("TensorFlow", then.tensorflow(), now.tensorflow(), lines);
    compare("operating system", then.operatingSystem(), now.operatingSystem(), lines);
    compare("architecture", then.architecture(), now.architecture(), lines);
    return lines;
  }

  private static void compare(String what, String then, String now, List<String> lines) {
    if (!then.equals(now)) {
      lines.add("%s: %s then, %s now".formatted(what, then, now));
    }
  }
}
