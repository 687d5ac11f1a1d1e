package org.relunet.training.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.training.TrainingRequest;
import org.relunet.training.TrainingSections;

/**
 * Everything that a training's weights follow from: kept beside its checkpoints, so that another
 * training is not taken for it. Where the data files lie is not part of it, nor what is done with
 * the weights afterwards: a training that is finished may be resumed to be packaged otherwise.
 *
 * @param settings YAML values by the full names of their keys, {@code --max-steps} and {@code
 *     --folds}
 * @param files what was read, with hashes
 */
public record RunInputs(SortedMap<String, String> settings, List<DataFile> files) {
  private static final String MAXIMUM_STEPS = "--max-steps";
  private static final String FOLDS = "--folds";
  private static final String THREADS = "session";

  /** What a training may have otherwise when it goes on, as what is done so far stays as it is. */
  private static final Set<String> LENGTH =
      Set.of(
          TrainingSections.TRAINING + ".epochs",
          TrainingSections.TRAINING + ".patience",
          MAXIMUM_STEPS);

  private static final String START_FROM = TrainingSections.TRAINING + ".start-from";
  private static final String TEACHERS = TrainingSections.DISTILLATION + ".teachers";
  private static final List<String> SECTIONS =
      Stream.concat(
              RelunetSchema.MODEL_SECTIONS.stream(),
              Stream.of(
                  "loss",
                  THREADS,
                  TrainingSections.DATA,
                  TrainingSections.TRAINING,
                  TrainingSections.DISTILLATION))
          .toList();

  /** Places of files, whose content counts, a text for the model card, and the packaging. */
  private static final Set<String> NOT_FOLLOWED_FROM =
      Set.of(
          "data.train",
          "data.dev",
          "data.relations",
          "data.licence",
          "training.choose-threshold",
          "training.calibrate",
          "training.storage");

  public RunInputs {
    if (settings == null || files == null) {
      throw new IllegalArgumentException("inputs of a training are settings and files");
    }
    SortedMap<String, String> followedFrom = new TreeMap<>(settings);
    followedFrom.keySet().removeAll(NOT_FOLLOWED_FROM); // which earlier versions kept as well
    settings = Collections.unmodifiableSortedMap(followedFrom);
    files = List.copyOf(files);
  }

  /**
   * Those of a training that is asked for.
   *
   * @param teachers versions of the models that teach, which count, not where they lie
   * @param parent version of the model that it begins with; empty where there is none
   */
  static RunInputs of(
      TrainingRequest request, List<DataFile> files, List<String> teachers, String parent) {
    SortedMap<String, String> settings = new TreeMap<>(request.configuration().toMap(SECTIONS));
    if (teachers.isEmpty()) {
      settings.keySet().removeIf(key -> key.startsWith(TrainingSections.DISTILLATION + "."));
    } else {
      settings.put(TEACHERS, String.join(", ", teachers));
    }
    settings.put(START_FROM, parent);
    request.maximumSteps().ifPresent(steps -> settings.put(MAXIMUM_STEPS, Long.toString(steps)));
    if (!request.division().description().isEmpty()) {
      settings.put(FOLDS, request.division().description());
    }
    return new RunInputs(settings, files);
  }

  /**
   * These, with the defaults of keys that there were not yet when they were written: a new key
   * leaves, by its default, everything as it was.
   */
  RunInputs completed(TrainingRequest request) {
    SortedMap<String, String> completed =
        new TreeMap<>(of(request.withDefaults(), files, List.of(), "").settings);
    completed.putAll(settings);
    return new RunInputs(completed, files);
  }

  /**
   * What makes another training of the other one, a line each: {@code training.seed: 5 -> 6}.
   * Threads and length are not among it: see {@link #otherThreads} and {@link #otherLength}.
   */
  List<String> differences(RunInputs other) {
    List<String> lines = new ArrayList<>(changed(settings, other.settings, RunInputs::decides));
    changed(hashes(), other.hashes(), role -> true)
        .forEach(
            line -> {
              String role = line.substring(0, line.indexOf(':'));
              lines.add("data." + role + ": " + describe(role) + " -> " + other.describe(role));
            });
    return List.copyOf(lines);
  }

  /**
   * Settings of threads that are other ones: they change the order of sums, hence at most the last
   * bits of the result, and a training may well be moved to a machine with other cores.
   */
  List<String> otherThreads(RunInputs other) {
    return changed(settings, other.settings, RunInputs::isOfThreads);
  }

  /** Settings of how long it lasts that are other ones. */
  List<String> otherLength(RunInputs other) {
    return changed(settings, other.settings, LENGTH::contains);
  }

  /** How long it lasts, if these inputs tell. */
  Optional<RunLength> length() {
    return Optional.ofNullable(settings.get(TrainingSections.TRAINING + ".epochs"))
        .map(
            epochs ->
                new RunLength(
                    Integer.parseInt(epochs),
                    settings.containsKey(MAXIMUM_STEPS)
                        ? OptionalLong.of(Long.parseLong(settings.get(MAXIMUM_STEPS)))
                        : OptionalLong.empty()));
  }

  private static boolean isOfThreads(String key) {
    return key.startsWith(THREADS + ".");
  }

  private static boolean decides(String key) {
    return !isOfThreads(key) && !LENGTH.contains(key);
  }

  private static List<String> changed(
      Map<String, String> before, Map<String, String> after, Predicate<String> which) {
    TreeSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    return keys.stream()
        .filter(which)
        .filter(
            key ->
                !Optional.ofNullable(before.get(key)).equals(Optional.ofNullable(after.get(key))))
        .map(
            key ->
                key
                    + ": "
                    + before.getOrDefault(key, "(none)")
                    + " -> "
                    + after.getOrDefault(key, "(none)"))
        .toList();
  }

  private Map<String, String> hashes() {
    Map<String, String> hashes = new TreeMap<>();
    files.forEach(file -> hashes.put(file.role(), file.sha256()));
    return hashes;
  }

  private String describe(String role) {
    return files.stream()
        .filter(file -> file.role().equals(role))
        .map(
            file ->
                "%s (%d bytes, SHA-256 %s...)"
                    .formatted(file.name(), file.size(), file.sha256().substring(0, 8)))
        .findFirst()
        .orElse("(none)");
  }
}
