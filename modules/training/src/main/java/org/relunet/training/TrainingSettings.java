package org.relunet.training;

import org.relunet.api.setting.Setting;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.graph.optimizer.AdamWSettings;
import org.relunet.graph.optimizer.LearningRateSchedule;
import org.relunet.graph.parameter.Parameters;

/** How a model is trained; rates are a search range in the paper, not a fact. */
public record TrainingSettings(
    @Setting(
            help = "passes over the training file",
            unit = "epochs",
            defaultValue = "40",
            minimum = 1,
            maximum = 1000000)
        int epochs,
    @Setting(
            help = "size of a batch",
            unit = "sentences",
            defaultValue = "16",
            minimum = 1,
            maximum = 65536)
        int batchSize,
    @Setting(
            help = "peak learning rate of the encoder",
            defaultValue = "2e-4",
            minimum = 0,
            maximum = 1000)
        double encoderLearningRate,
    @Setting(
            help =
                "factor of the encoder's learning rate from each layer to the one below, the"
                    + " embeddings the lowest: the top layer has encoder-learning-rate itself; 1:"
                    + " all have. Lower layers hold what is general and need less change (Howard and"
                    + " Ruder 2018, arXiv:1801.06146); not in the paper",
            defaultValue = "1.0",
            minimum = 0.01,
            maximum = 1)
        double layerDecay,
    @Setting(
            help = "peak learning rate of everything else",
            defaultValue = "1e-3",
            minimum = 0,
            maximum = 1000)
        double headLearningRate,
    @Setting(
            help = "share of all steps in which the rates rise to their peaks",
            defaultValue = "0.05",
            minimum = 0,
            maximum = 1)
        double warmup,
    @Setting(
            help = "how the rates fall after it, to 0 at the last step, or not",
            defaultValue = "linear")
        LearningRateSchedule.Decay decay,
    @Setting(
            help = "decoupled weight decay (AdamW), of matrices only",
            defaultValue = "0.01",
            minimum = 0,
            maximum = 1000)
        double weightDecay,
    @Setting(
            help = "largest norm of the whole gradient; longer ones are scaled down",
            defaultValue = "1.0",
            minimum = 0,
            maximum = 1000000)
        double gradientClip,
    @Setting(
            help =
                "decay of the running average of the parameters, which is then scored and stored in"
                    + " their place, such as 0.998; 0: no average. Not in the paper",
            defaultValue = "0",
            minimum = 0,
            maximum = 0.99999)
        double averageDecay,
    @Setting(
            help = "stop after so many epochs without a better score; 0: never",
            unit = "epochs",
            defaultValue = "10",
            minimum = 0,
            maximum = 1000000)
        int patience,
    @Setting(
            help = "what decides the best epoch: F1 under exact or partial match",
            defaultValue = "exact")
        MatchRule match,
    @Setting(
            help =
                "true: after the last epoch, choose the extractor's thresholds that give the best F1"
                    + " on the development file with the best epoch's weights, and store them with"
                    + " the model. The score on that file then flatters the model a little; not in"
                    + " the paper",
            defaultValue = "false")
        boolean chooseThreshold,
    @Setting(
            help =
                "true: fit extraction.calibration-slope and -shift to the development file, so that a"
                    + " model's confidence is the share of its triples that is right there; needs 20"
                    + " right and 20 wrong ones. What is found stays the same",
            defaultValue = "true")
        boolean calibrate,
    @Setting(help = "source of all randomness", defaultValue = "1") long seed,
    @Setting(
            help =
                "type of the stored weights: half takes half the space of single, byte a quarter"
                    + " (matrices as bytes with a scale for each column)",
            defaultValue = "half")
        Parameters.Storage storage,
    @Setting(
            help =
                "directory of a model package, or of a model store, whose weights the training"
                    + " begins with; relations and types of entities that it does not know are"
                    + " added behind its own. Empty: those of the pre-trained encoder, and random"
                    + " ones")
        String startFrom,
    @Setting(
            help =
                "whose relations and types of entities a training with start-from learns; parent:"
                    + " the model's, and behind them the data's, so that it goes on; data: the"
                    + " data's alone, so that a model of other relations gives what it learned of"
                    + " entities and sentences (transfer learning)",
            defaultValue = "parent")
        StartSchema startSchema,
    @Setting(help = "several workers that learn at the same time")
        DistributedSettings distributed) {

  /** What the optimizer is told. */
  public AdamWSettings optimizer() {
    return new AdamWSettings(weightDecay, gradientClip, averageDecay, layerDecay);
  }
}
