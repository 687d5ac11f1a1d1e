package org.relunet.retraining.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.relunet.api.setting.YamlText;
import org.relunet.config.Configuration;
import org.relunet.model.store.ModelPackage;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.TrainingRequest;
import org.relunet.training.run.TrainingRun;

/**
 * The training of a run.
 *
 * @param configuration of the whole retraining
 * @param directory of the run
 * @param champion package whose weights it begins with; empty: none
 * @param name of the model
 */
record Candidate(
    Configuration configuration, RetrainDirectory directory, String champion, String name) {

  /** Trains, or goes on, or packages what is trained. */
  ModelPackage train(PluginRegistry registry, Consumer<String> messages) throws IOException {
    return new TrainingRun(request(), registry, messages).run().model();
  }

  TrainingRequest request() {
    List<String> assignments = new ArrayList<>();
    assignments.add("data.train=" + quoted(directory.train()));
    assignments.add("data.relations=" + quoted(directory.relations()));
    assignments.add("data.format=auto");
    if (!champion.isEmpty()) {
      assignments.add("training.start-from=" + quoted(Path.of(champion)));
    }
    return new TrainingRequest(
        configuration.with(assignments),
        directory.training(),
        name,
        OptionalLong.empty(),
        TrainingRequest.Beginning.RESUME);
  }

  private static String quoted(Path file) {
    return YamlText.quoted(file.toString());
  }
}
