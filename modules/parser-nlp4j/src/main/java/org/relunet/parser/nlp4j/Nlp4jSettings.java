package org.relunet.parser.nlp4j;

import org.relunet.api.setting.Setting;

/** Settings of the parser plugin {@code nlp4j}. */
public record Nlp4jSettings(
    @Setting(
            help = "longer sentences are parsed in pieces of this length, whose trees are joined",
            defaultValue = "500",
            unit = "words",
            minimum = 2, maximum = 10000)
        int maximumWords) {}
