package org.relunet.encoder.transformer;

import org.relunet.api.setting.Setting;

/** The encoder that random weights make. */
public record RandomEncoderSettings(
    @Setting(help = "transformer layers", defaultValue = "6", minimum = 1, maximum = 48) int layers,
    @Setting(
            help = "length of hidden vectors; a multiple of heads",
            defaultValue = "256",
            minimum = 1,
            maximum = 4096)
        int width,
    @Setting(help = "attention heads of a layer", defaultValue = "8", minimum = 1, maximum = 256)
        int heads,
    @Setting(
            help = "width inside the feed-forward networks",
            defaultValue = "1024",
            minimum = 1,
            maximum = 16384)
        int intermediateWidth,
    @Setting(
            help = "the longest sequence",
            defaultValue = "512",
            unit = "pieces",
            minimum = 3,
            maximum = 8192)
        int maximumPieces,
    @Setting(
            help =
                "vocabulary: bge-small-en-v1.5, bert-base-cased, or a directory with tokenizer.json"
                    + " or vocab.txt",
            defaultValue = "bge-small-en-v1.5",
            names = "bert-base-cased")
        String tokenizer) {
  public RandomEncoderSettings {
    if (heads > 0 && width % heads != 0) {
      throw new IllegalArgumentException("width " + width + " is no multiple of heads " + heads);
    }
  }
}
