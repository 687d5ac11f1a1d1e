package org.relunet.encoder.transformer;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.nio.file.Path;
import org.relunet.api.plugin.Encoder;
import org.relunet.encoder.transformer.architecture.Activation;
import org.relunet.encoder.transformer.architecture.TransformerArchitecture;
import org.relunet.encoder.transformer.graph.Dropout;
import org.relunet.encoder.transformer.graph.TransformerEncoderPart;
import org.relunet.encoder.transformer.pretrained.BertBaseCased;
import org.relunet.encoder.transformer.pretrained.BgeSmall;
import org.relunet.encoder.transformer.pretrained.HuggingFaceDirectory;
import org.relunet.encoder.transformer.pretrained.PretrainedEncoder;
import org.relunet.encoder.transformer.pretrained.UntrainedEncoder;

/** Binds the encoder that the settings describe. */
final class TransformerModule extends AbstractModule {
  private final TransformerSettings settings;

  TransformerModule(TransformerSettings settings) {
    this.settings = settings;
  }

  @Provides
  @Singleton
  Encoder encoder() {
    PretrainedEncoder loaded = load();
    return new TransformerEncoderPart(
        loaded.architecture(),
        loaded.weights(),
        loaded.tokenizer(),
        loaded.base(),
        settings.fineTuning().trained(loaded.architecture().layers(), settings),
        new Dropout(settings.dropout(), settings.attentionDropout()));
  }

  private PretrainedEncoder load() {
    return switch (settings.weights()) {
      case BgeSmall.NAME -> BgeSmall.load();
      case BertBaseCased.NAME -> BertBaseCased.load();
      case TransformerSettings.RANDOM -> untrained(settings.random());
      default -> HuggingFaceDirectory.load(Path.of(settings.weights()));
    };
  }

  private static PretrainedEncoder untrained(RandomEncoderSettings random) {
    return UntrainedEncoder.of(
        random.tokenizer(),
        vocabularySize ->
            new TransformerArchitecture(
                vocabularySize,
                random.width(),
                random.layers(),
                random.heads(),
                random.intermediateWidth(),
                random.maximumPieces(),
                0,
                1,
                1e-12f,
                Activation.GELU));
  }
}
