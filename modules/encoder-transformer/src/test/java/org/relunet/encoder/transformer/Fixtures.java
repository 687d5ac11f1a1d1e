package org.relunet.encoder.transformer;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.relunet.graph.part.EncoderPart;

/** The tiny models among the test resources: real architecture, random weights, 32 wide. */
final class Fixtures {
  static final Path TINY_BERT = directory("tiny-bert");
  static final Path TINY_ROBERTA = directory("tiny-roberta");

  private static final LoraSettings LORA = new LoraSettings(2, 0.25, LoraSettings.Targets.ALL);

  private Fixtures() {}

  private static Path directory(String name) {
    try {
      return Path.of(Fixtures.class.getResource("/" + name + "/config.json").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static RandomEncoderSettings random() {
    return new RandomEncoderSettings(2, 16, 2, 32, 512, TINY_BERT.toString());
  }

  static TransformerSettings settings(Path directory, FineTuning fineTuning, int topLayers) {
    return settings(directory.toString(), fineTuning, topLayers);
  }

  static TransformerSettings settings(String weights, FineTuning fineTuning, int topLayers) {
    return new TransformerSettings(weights, fineTuning, topLayers, LORA, 0.1, 0.1, random());
  }

  static EncoderPart encoder(TransformerSettings settings) {
    return (EncoderPart) new TransformerModule(settings).encoder();
  }
}
