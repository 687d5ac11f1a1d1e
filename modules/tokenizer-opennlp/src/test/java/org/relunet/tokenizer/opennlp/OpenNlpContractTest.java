package org.relunet.tokenizer.opennlp;

import org.relunet.api.plugin.TokenizerPlugin;
import org.relunet.contract.tokenizer.TokenizerContract;

final class OpenNlpContractTest extends TokenizerContract<OpenNlpSettings> {
  @Override
  protected TokenizerPlugin<OpenNlpSettings> plugin() {
    return new OpenNlpPlugin();
  }

  @Override
  protected OpenNlpSettings settings() {
    return TestSettings.of(SentenceDetection.MODEL, WordSplitting.MODEL);
  }
}
