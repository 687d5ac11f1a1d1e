package org.relunet.parser.nlp4j;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.relunet.api.plugin.Parser;

/** Binds the parser. */
final class Nlp4jModule extends AbstractModule {
  private final Nlp4jSettings settings;

  Nlp4jModule(Nlp4jSettings settings) {
    this.settings = settings;
  }

  @Provides
  @Singleton
  Parser parser() {
    return new Nlp4jParser(EnglishModels.load(), settings.maximumWords());
  }
}
