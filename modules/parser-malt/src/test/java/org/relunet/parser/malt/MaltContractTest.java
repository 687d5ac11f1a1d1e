package org.relunet.parser.malt;

import org.relunet.api.plugin.ParserPlugin;
import org.relunet.contract.parser.ParserContract;

final class MaltContractTest extends ParserContract<MaltSettings> {
  @Override
  protected ParserPlugin<MaltSettings> plugin() {
    return new MaltPlugin();
  }

  @Override
  protected MaltSettings settings() {
    return new MaltSettings(MaltSettings.DEFAULT_MODEL, 1000);
  }
}
