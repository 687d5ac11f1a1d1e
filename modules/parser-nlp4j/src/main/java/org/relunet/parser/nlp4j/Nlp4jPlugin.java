package org.relunet.parser.nlp4j;

import com.google.inject.Module;
import org.relunet.api.plugin.ParserPlugin;

/** Finds dependency trees with NLP4J. It tags words itself and ignores the tokenizer's tags. */
public final class Nlp4jPlugin implements ParserPlugin<Nlp4jSettings> {
  @Override
  public String name() {
    return "nlp4j";
  }

  @Override
  public Class<Nlp4jSettings> settings() {
    return Nlp4jSettings.class;
  }

  @Override
  public Module module(Nlp4jSettings settings) {
    return new Nlp4jModule(settings);
  }
}
