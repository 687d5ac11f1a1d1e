package org.relunet.tokenizer.opennlp;

import org.relunet.api.setting.Setting;

/** Settings of the tokenizer plugin {@code opennlp}. */
public record OpenNlpSettings(
    @Setting(
            help =
                "model: find sentences with a model, and at blank lines; none: the whole document"
                    + " is one sentence",
            defaultValue = "model")
        SentenceDetection sentenceDetector,
    @Setting(
            help =
                "model: find words with a model; whitespace: words are what white space separates,"
                    + " for text that is tokenized already",
            defaultValue = "model")
        WordSplitting wordTokenizer,
    @Setting(
            help =
                "OpenNLP sentence model, a .bin file; default: English, part of the distribution",
            defaultValue = "default")
        String sentenceModel,
    @Setting(
            help = "OpenNLP token model, a .bin file; default: English, part of the distribution",
            defaultValue = "default")
        String tokenModel,
    @Setting(
            help =
                "OpenNLP part-of-speech model, a .bin file, such as 'relunet train-parser' makes;"
                    + " default: English, part of the distribution",
            defaultValue = "default")
        String taggerModel) {
  /** Stands for the model that the distribution brings. */
  public static final String DEFAULT_MODEL = "default";
}
