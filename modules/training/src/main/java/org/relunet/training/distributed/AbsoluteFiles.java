package org.relunet.training.distributed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.relunet.api.setting.YamlText;
import org.relunet.config.Configuration;
import org.relunet.runtime.configuration.ModelSettings;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.training.TrainingRequest;
import org.relunet.training.TrainingSections;

/** A training's configuration for processes that were started in other directories. */
final class AbsoluteFiles {
  private AbsoluteFiles() {}

  /** The same configuration, whose files have absolute paths. */
  static Configuration of(TrainingRequest request) {
    List<String> named = new ArrayList<>();
    request
        .configuration()
        .files(RelunetSchema.MODEL_SECTIONS)
        .forEach((key, file) -> add(named, key, file.toString()));
    add(named, TrainingSections.DATA + ".train", request.data().train());
    add(named, TrainingSections.DATA + ".dev", request.data().dev());
    add(named, TrainingSections.DATA + ".relations", request.data().relations());
    // the weights come with the first round
    named.add(TrainingSections.TRAINING + ".start-from=");
    list(named, TrainingSections.DISTILLATION + ".teachers", request.distillation().teachers());
    list(
        named,
        ModelSettings.SECTION + ".files",
        request.configuration().section(ModelSettings.SECTION, ModelSettings.class).files());
    return request.configuration().with(named);
  }

  private static void add(List<String> named, String key, String file) {
    if (!file.isEmpty() && Files.exists(Path.of(file))) {
      named.add(key + "=" + YamlText.quoted(absolute(file)));
    }
  }

  private static void list(List<String> named, String key, List<String> files) {
    if (!files.isEmpty()) {
      Stream<String> all = files.stream().map(AbsoluteFiles::absolute);
      named.add(key + "=" + YamlText.list(all));
    }
  }

  private static String absolute(String file) {
    return Path.of(file).toAbsolutePath().normalize().toString();
  }
}
