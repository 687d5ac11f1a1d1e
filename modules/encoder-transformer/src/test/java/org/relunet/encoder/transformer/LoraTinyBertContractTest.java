package org.relunet.encoder.transformer;

import org.relunet.api.plugin.EncoderPlugin;
import org.relunet.contract.encoder.EncoderContract;

class LoraTinyBertContractTest extends EncoderContract<TransformerSettings> {
  @Override
  protected EncoderPlugin<TransformerSettings> plugin() {
    return new TransformerPlugin();
  }

  @Override
  protected TransformerSettings settings() {
    return Fixtures.settings(Fixtures.TINY_BERT, FineTuning.LORA, 1);
  }
}
