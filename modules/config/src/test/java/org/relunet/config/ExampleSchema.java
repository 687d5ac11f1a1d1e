package org.relunet.config;

import java.util.Map;
import org.relunet.api.setting.Setting;

/** A schema with both kinds of section, for tests. */
final class ExampleSchema {
  record MaltSettings(
      @Setting(help = "The trained model.", defaultValue = "ewt") String model,
      @Setting(help = "Parses at a time.", defaultValue = "2", minimum = 1, maximum = 64)
          int threads) {}

  record ConlluSettings(@Setting(help = "The parsed file.", defaultValue = "") String file) {
    ConlluSettings {
      if (file.endsWith(".txt")) {
        throw new IllegalArgumentException("file must be CoNLL-U, not plain text");
      }
    }
  }

  record NoSettings() {}

  static final ConfigurationSchema SCHEMA =
      ConfigurationSchema.builder()
          .plugins(
              "parser",
              "Finds the dependency trees.",
              Map.of(
                  "malt", MaltSettings.class,
                  "conllu", ConlluSettings.class,
                  "flat", NoSettings.class),
              "malt")
          .section("training", "How the network is trained.", ExampleSettings.class)
          .build();

  private ExampleSchema() {}
}
