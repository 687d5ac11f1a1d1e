package org.relunet.encoder.transformer;

import com.google.inject.Module;
import org.relunet.api.plugin.EncoderPlugin;

/** Encoders of the BERT family. */
public final class TransformerPlugin implements EncoderPlugin<TransformerSettings> {
  @Override
  public String name() {
    return "transformer";
  }

  @Override
  public Class<TransformerSettings> settings() {
    return TransformerSettings.class;
  }

  @Override
  public Module module(TransformerSettings settings) {
    return new TransformerModule(settings);
  }
}
