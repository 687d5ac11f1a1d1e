package org.relunet.encoder.transformer;

import org.relunet.api.setting.Setting;

/** Settings of the plugin {@code transformer}. */
public record TransformerSettings(
    @Setting(
            help =
                "bge-small-en-v1.5 (a small BERT), bert-base-cased (fetched when asked for: see the"
                    + " README), random (see random), or a directory with a BERT or RoBERTa in"
                    + " Hugging Face layout",
            defaultValue = "bge-small-en-v1.5",
            names = {"bert-base-cased", TransformerSettings.RANDOM})
        String weights,
    @Setting(
            help =
                "what training changes: full (all), top-layers (those nearest to the output),"
                    + " lora (small changes of low rank to all), frozen (nothing)",
            defaultValue = "full")
        FineTuning fineTuning,
    @Setting(
            help = "layers trained where fine-tuning is top-layers",
            defaultValue = "6",
            unit = "layers",
            minimum = 1,
            maximum = 192)
        int topLayers,
    @Setting(help = "what fine-tuning: lora trains") LoraSettings lora,
    @Setting(
            help = "share of hidden values dropped in training",
            defaultValue = "0.1",
            minimum = 0,
            maximum = 0.9)
        double dropout,
    @Setting(
            help = "share of attention weights dropped in training",
            defaultValue = "0.1",
            minimum = 0,
            maximum = 0.9)
        double attentionDropout,
    @Setting(help = "the encoder that weights: random makes") RandomEncoderSettings random) {
  /** The value of {@code weights} that asks for random ones. */
  public static final String RANDOM = "random";

  public TransformerSettings {
    if (weights.isBlank()) {
      throw new IllegalArgumentException("weights must not be empty");
    }
    if (weights.equals(RANDOM) && fineTuning != FineTuning.FULL) {
      throw new IllegalArgumentException(
          "weights: random needs fine-tuning: full; frozen random layers never learn");
    }
  }
}
