package org.relunet.parser.nlp4j;

import org.relunet.api.plugin.ParserPlugin;
import org.relunet.contract.parser.ParserContract;

final class Nlp4jContractTest extends ParserContract<Nlp4jSettings> {
  @Override
  protected ParserPlugin<Nlp4jSettings> plugin() {
    return new Nlp4jPlugin();
  }

  @Override
  protected Nlp4jSettings settings() {
    return new Nlp4jSettings(500);
  }
}
