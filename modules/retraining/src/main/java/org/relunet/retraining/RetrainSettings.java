package org.relunet.retraining;

import java.util.List;
import org.relunet.api.setting.Setting;

/** What a retraining adds to a training: where models and corrections are, and the gate. */
public record RetrainSettings(
    @Setting(help = "directory of the model registry that is read and published to")
        String registry,
    @Setting(
            help =
                "directory of the runs: one subdirectory each. Corrections that a published model"
                    + " learned stay there, and are learned again by the next",
            defaultValue = "retraining")
        String directory,
    @Setting(
            help = "alias of the model that is in use; a model that passes the gate gets it",
            defaultValue = "champion")
        String champion,
    @Setting(
            help = "alias of the newest model, whether it passed the gate or not",
            defaultValue = "candidate")
        String candidate,
    @Setting(help = "name of new models", defaultValue = "retrained") String name,
    @Setting(
            help =
                "files of labelled texts that are learned as corrections are, in the formats of"
                    + " data.train; a later file's labels of the same text win")
        List<String> texts,
    @Setting(help = "topic of corrections (stream.kafka); empty: none are read") String topic,
    @Setting(
            help =
                "topic that gets the corrections which can't be read, with the reason; empty: they"
                    + " are only told")
        String deadLetterTopic,
    @Setting(
            help = "share of the corrected texts that is never learned, for the gate",
            defaultValue = "0.2",
            minimum = 0,
            maximum = 0.9)
        double holdoutShare,
    @Setting(
            help =
                "share of the texts of data.train that is learned again, so that the new does not"
                    + " displace the old",
            defaultValue = "1",
            minimum = 0,
            maximum = 1)
        double replay,
    @Setting(
            help = "how often an epoch has each corrected text, where it has each old one once",
            unit = "times",
            defaultValue = "1",
            minimum = 1,
            maximum = 100)
        int repeat,
    @Setting(
            help =
                "gate: least gain in F1 on the corrections set aside; where there are fewer than"
                    + " retrain.least-texts of them, on data.dev",
            unit = "points",
            defaultValue = "0.1",
            minimum = -100,
            maximum = 100)
        double leastGain,
    @Setting(
            help = "gate: most that F1 on data.dev may fall",
            unit = "points",
            defaultValue = "1",
            minimum = 0,
            maximum = 100)
        double mostLoss,
    @Setting(
            help =
                "gate: most that F1 of a relation with enough support may fall, on both together",
            unit = "points",
            defaultValue = "10",
            minimum = 0,
            maximum = 100)
        double mostRelationLoss,
    @Setting(
            help = "gate: support from which a relation counts by itself",
            unit = "triples",
            defaultValue = "20",
            minimum = 1)
        int relationSupport,
    @Setting(
            help =
                "gate: share of the draws of a paired bootstrap in which the new model must be"
                    + " better; 0: any",
            defaultValue = "0.9",
            minimum = 0,
            maximum = 1)
        double confidence,
    @Setting(
            help = "gate: corrections set aside below which their score decides nothing",
            unit = "texts",
            defaultValue = "20",
            minimum = 1)
        int leastTexts) {

  public RetrainSettings {
    texts = List.copyOf(texts);
  }
}
