package org.relunet.parser.malt;

import org.relunet.api.setting.Setting;

/** Settings of the parser plugin {@code malt}. */
public record MaltSettings(
    @Setting(
            help =
                "the trained model, a .mco file made by 'relunet train-parser'; default: the one"
                    + " for English that this plugin brings",
            defaultValue = "default")
        String model,
    @Setting(
            help = "longer sentences are parsed in pieces of this length, whose trees are joined",
            defaultValue = "1000",
            unit = "words",
            minimum = 2,
            maximum = 10000)
        int maximumWords) {
  /** Stands for the model that the plugin brings. */
  public static final String DEFAULT_MODEL = "default";
}
