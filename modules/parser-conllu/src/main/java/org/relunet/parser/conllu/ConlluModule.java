package org.relunet.parser.conllu;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.relunet.api.plugin.Parser;

/** Binds the parser. */
final class ConlluModule extends AbstractModule {
  private final ConlluSettings settings;

  ConlluModule(ConlluSettings settings) {
    this.settings = settings;
  }

  @Provides
  @Singleton
  Parser parser() {
    return ConlluParser.load(settings);
  }
}
