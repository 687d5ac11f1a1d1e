package org.relunet.training;

import org.relunet.api.setting.Setting;
import org.relunet.corpus.alignment.MentionPolicy;
import org.relunet.corpus.format.CorpusFormat;
import org.relunet.corpus.format.OffsetUnit;

/** Which annotated texts a model is made from. */
public record DataSettings(
    @Setting(help = "file of annotated texts to train on") String train,
    @Setting(
            help =
                "file of annotated texts to choose the best epoch on; empty: a share of the training"
                    + " file's texts, which are then not learned from")
        String dev,
    @Setting(
            help =
                "share of the training file's texts that is set aside where data.dev is empty; at"
                    + " least 30 texts, of fewer than 150 a fifth",
            defaultValue = "0.1",
            minimum = 0.001,
            maximum = 0.5)
        double devShare,
    @Setting(
            help =
                "source of the randomness with which texts are set aside: the same whatever"
                    + " training.seed is, so that models of several seeds are compared on the same"
                    + " texts, and none learns what another is scored on",
            defaultValue = "1")
        long splitSeed,
    @Setting(
            help = "format of both files; auto: recognised from their content",
            defaultValue = "auto")
        CorpusFormat format,
    @Setting(
            help =
                "true: the texts' words are separated by white space, punctuation too; false: raw"
                    + " text for the tokenizer",
            defaultValue = "false")
        boolean pretokenized,
    @Setting(
            help =
                "what offsets count, where the format has any; code-points: Unicode code points, the"
                    + " end being one past the last; utf16: units of UTF-16; utf8: bytes of UTF-8;"
                    + " inclusive: code points, the end being the last one; one-based: code points,"
                    + " the first being 1; one-based-inclusive: both",
            defaultValue = "code-points")
        OffsetUnit offsets,
    @Setting(help = "JSON file that names the relations; empty: those of the training file, sorted")
        String relations,
    @Setting(
            help = "which of several mentions is meant where a file gives no offsets",
            defaultValue = "nearest")
        MentionPolicy mentions,
    @Setting(help = "name and licence of the training data, for the model card") String licence) {}
