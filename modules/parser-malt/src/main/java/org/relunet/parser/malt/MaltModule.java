package org.relunet.parser.malt;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.relunet.api.plugin.Parser;

/** Binds the parser. */
final class MaltModule extends AbstractModule {
  private final MaltSettings settings;

  MaltModule(MaltSettings settings) {
    this.settings = settings;
  }

  @Provides
  @Singleton
  Parser parser() {
    return MaltDependencyParser.load(settings);
  }
}
