package org.relunet.config;

import java.nio.file.Path;
import java.util.List;
import org.relunet.api.setting.Setting;

/** A settings record with a component of every type, for tests. */
record ExampleSettings(
    @Setting(help = "Passes over the data.", defaultValue = "30", unit = "epochs", minimum = 1)
        int epochs,
    @Setting(help = "seed of all chance", defaultValue = "7") long seed,
    @Setting(help = "Peak learning rate.", defaultValue = "2e-4", minimum = 0, maximum = 1)
        double learningRate,
    @Setting(help = "Whether to go on after a kill.", defaultValue = "false") boolean resume,
    @Setting(help = "What the run is called.") String runName,
    @Setting(help = "Where the results go.", defaultValue = "build/model") Path output,
    @Setting(help = "Which spans count.", defaultValue = "whole-spans") Match match,
    @Setting(
            help = "Nodes after each pooling.",
            defaultValue = "[16, 8]",
            unit = "nodes",
            minimum = 1)
        List<Integer> coreSizes,
    @Setting(help = "Stops before over-fitting.") Stopping stopping) {
  enum Match {
    WHOLE_SPANS,
    LAST_WORDS
  }

  record Stopping(
      @Setting(help = "Epochs without gain.", defaultValue = "5", unit = "epochs") int patience,
      @Setting(help = "Least gain.", defaultValue = "0.0") double gain) {}

  ExampleSettings {
    if (stopping.patience() > epochs) {
      throw new IllegalArgumentException("stopping.patience must not be above epochs");
    }
  }
}
