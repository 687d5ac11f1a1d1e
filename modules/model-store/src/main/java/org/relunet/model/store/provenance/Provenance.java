package org.relunet.model.store.provenance;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.relunet.model.store.json.JsonFormatException;
import org.relunet.model.store.json.StrictJson;

/**
 * How a model came to be; the content of {@code provenance.json}. With the data files, {@code
 * configuration} and {@code seed} are enough to train it again.
 *
 * @param configuration the whole training configuration as YAML, defaults included
 * @param dataFiles every file that training and its evaluation read
 * @param seed of all pseudo-random numbers
 * @param versions software and machine
 * @param started when training began (of a resumed run: when it first began)
 * @param finished when it ended
 * @param epochs passes made over the training data
 * @param bestEpoch epoch, from 1, whose weights these are; 0 where training stopped before the end
 *     of its first epoch
 * @param scores what was measured on the development data, by name, sorted by name
 * @param chosenSettings what was chosen on the development data after training, in place of what
 *     {@code configuration} says: values by full key, sorted; empty where nothing was
 * @param syntaxModels SHA-256 of the models that tokenizer and parser read, by section and setting,
 *     such as {@code parser.malt.model}, sorted; empty where they read none
 * @param parentModel version of the model that training started from, if any
 * @param teacherModels versions of the models whose tags were learned beside the gold ones, if any
 */
@JsonPropertyOrder({
  "parentModel",
  "teacherModels",
  "started",
  "finished",
  "epochs",
  "bestEpoch",
  "seed",
  "scores",
  "chosenSettings",
  "versions",
  "dataFiles",
  "syntaxModels",
  "configuration"
})
public record Provenance(
    String configuration,
    List<DataFile> dataFiles,
    long seed,
    SoftwareVersions versions,
    Instant started,
    Instant finished,
    int epochs,
    int bestEpoch,
    Map<String, Double> scores,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> chosenSettings,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> syntaxModels,
    Optional<String> parentModel,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        // an earlier version knew of one
        @JsonAlias("teacherModel")
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> teacherModels) {
  public Provenance {
    if (configuration == null
        || dataFiles == null
        || versions == null
        || started == null
        || finished == null
        || scores == null) {
      throw new IllegalArgumentException(
          "provenance needs the keys configuration, dataFiles, seed, versions, started, finished,"
              + " epochs, bestEpoch and scores");
    }
    parentModel = parentModel == null ? Optional.empty() : parentModel;
    teacherModels = teacherModels == null ? List.of() : List.copyOf(teacherModels);
    dataFiles = List.copyOf(dataFiles);
    scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
    chosenSettings = sorted(chosenSettings);
    syntaxModels = sorted(syntaxModels);
    if (bestEpoch < 0 || bestEpoch > epochs) {
      throw new IllegalArgumentException(
          "best epoch %d is not one of the %d epochs".formatted(bestEpoch, epochs));
    }
    if (finished.isBefore(started)) {
      throw new IllegalArgumentException(
          "training finished (%s) before it started (%s)".formatted(finished, started));
    }
    scores.forEach(
        (name, value) -> {
          if (value == null || !Double.isFinite(value)) {
            throw new IllegalArgumentException("score '%s' is %s".formatted(name, value));
          }
        });
  }

  /** A provenance of an earlier version has none. */
  private static Map<String, String> sorted(Map<String, String> values) {
    return values == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /**
   * @throws JsonFormatException if the text is not a provenance
   */
  public static Provenance parse(String json) {
    return StrictJson.read(json, Provenance.class);
  }

  public String toJson() {
    return StrictJson.write(this);
  }
}
