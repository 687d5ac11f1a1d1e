package org.relunet.encoder.transformer;

import org.relunet.api.plugin.EncoderPlugin;
import org.relunet.contract.encoder.EncoderContract;

class RandomEncoderContractTest extends EncoderContract<TransformerSettings> {
  @Override
  protected EncoderPlugin<TransformerSettings> plugin() {
    return new TransformerPlugin();
  }

  @Override
  protected TransformerSettings settings() {
    return Fixtures.settings(TransformerSettings.RANDOM, FineTuning.FULL, 1);
  }
}
