package org.relunet.extractor.casrel;

import org.relunet.api.plugin.ExtractorPlugin;
import org.relunet.contract.extractor.ExtractorContract;
import org.relunet.extractor.casrel.CasRelSettings.ObjectHead;
import org.relunet.extractor.casrel.CasRelSettings.SpanPairing;
import org.relunet.extractor.casrel.CasRelSettings.WrongSubjects;

class CasRelContractTest extends ExtractorContract<CasRelSettings> {
  @Override
  protected ExtractorPlugin<CasRelSettings> plugin() {
    return new CasRelPlugin();
  }

  @Override
  protected CasRelSettings settings() {
    return new CasRelSettings(
        0.5, 0, 0, ObjectHead.LINEAR, 384, 0, WrongSubjects.NONE, SpanPairing.NEAREST);
  }
}
