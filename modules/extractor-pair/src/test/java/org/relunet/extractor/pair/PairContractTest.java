package org.relunet.extractor.pair;

import java.util.List;
import org.relunet.api.plugin.ExtractorPlugin;
import org.relunet.contract.extractor.ExtractorContract;
import org.relunet.extractor.pair.PairSettings.Loss;
import org.relunet.extractor.pair.PairSettings.Spans;

class PairContractTest extends ExtractorContract<PairSettings> {
  @Override
  protected ExtractorPlugin<PairSettings> plugin() {
    return new PairPlugin();
  }

  @Override
  protected PairSettings settings() {
    return new PairSettings(
        0.5, 0.2, 8, Spans.ANY, 8, 32, 0, 0, Loss.CROSS_ENTROPY, true, 16, List.of(), 1);
  }
}
