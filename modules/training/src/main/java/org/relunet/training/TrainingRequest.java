package org.relunet.training;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.relunet.api.setting.YamlText;
import org.relunet.config.Configuration;
import org.relunet.runtime.configuration.ModelSettings;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.extraction.ExtractionSettings;

/**
 * What is asked of a training.
 *
 * @param configuration of the model and of the training
 * @param output directory of checkpoints, metrics and the finished model
 * @param modelName name of the model package
 * @param maximumSteps updates after which it stops, whatever the epochs; for trials
 * @param beginning where it begins, in view of what stands in {@code output}
 * @param division which texts it learns from, and which it is scored on
 */
public record TrainingRequest(
    Configuration configuration,
    Path output,
    String modelName,
    OptionalLong maximumSteps,
    Beginning beginning,
    Division division) {
  /** Where a training begins. */
  public enum Beginning {
    /** At its first step; there must be no other training in the place. */
    ANEW,
    /** Behind the last whole epoch, if there is one; it may be asked to last longer or shorter. */
    RESUME,
    /** As {@link #RESUME}, but as long as it was to be. */
    RESUME_UNCHANGED,
    /**
     * At its end: the best epoch so far becomes the model, and the training stays as it is, even if
     * another process goes on with it.
     */
    FINISH
  }

  public TrainingRequest {
    if (maximumSteps.isPresent() && maximumSteps.getAsLong() < 1) {
      throw new IllegalArgumentException(
          "a training needs at least one step, not " + maximumSteps.getAsLong());
    }
  }

  /** One that divides its texts as the configuration says. */
  public TrainingRequest(
      Configuration configuration,
      Path output,
      String modelName,
      OptionalLong maximumSteps,
      Beginning beginning) {
    this(configuration, output, modelName, maximumSteps, beginning, Division.CONFIGURED);
  }

  /** The same, but for all keys at their defaults. */
  public TrainingRequest withDefaults() {
    return new TrainingRequest(
        configuration.defaults(), output, modelName, OptionalLong.empty(), beginning);
  }

  /** The same with another configuration. */
  public TrainingRequest with(Configuration other) {
    return new TrainingRequest(other, output, modelName, maximumSteps, beginning, division);
  }

  /** The section {@code data}. */
  public DataSettings data() {
    return configuration.section(TrainingSections.DATA, DataSettings.class);
  }

  /** The section {@code training}. */
  public TrainingSettings training() {
    return configuration.section(TrainingSections.TRAINING, TrainingSettings.class);
  }

  /** The section {@code distillation}. */
  public DistillationSettings distillation() {
    return configuration.section(TrainingSections.DISTILLATION, DistillationSettings.class);
  }

  /** The section {@code session}, for other models: each key as {@code session.key=value}. */
  public List<String> threads() {
    return configuration.toMap(List.of("session")).entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .toList();
  }

  /**
   * What lets another model, or the package of this training, name the files that this training
   * names itself: {@code model.files=[...]}.
   */
  public String ownFiles() {
    Stream<String> named =
        configuration.files(RelunetSchema.MODEL_SECTIONS).values().stream()
            .map(file -> Path.of(file.toString()).toAbsolutePath().toString());
    Stream<String> given =
        configuration.section(ModelSettings.SECTION, ModelSettings.class).files().stream();
    return ModelSettings.SECTION + ".files=" + YamlText.list(Stream.concat(named, given));
  }

  /** The section {@code extraction}, which the model will have. */
  public ExtractionSettings extraction() {
    return configuration.section("extraction", ExtractionSettings.class);
  }
}
