package org.relunet.tokenizer.opennlp;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.relunet.api.plugin.Tokenizer;

/** Binds the tokenizer. */
final class OpenNlpModule extends AbstractModule {
  private final OpenNlpSettings settings;

  OpenNlpModule(OpenNlpSettings settings) {
    this.settings = settings;
  }

  @Provides
  @Singleton
  Tokenizer tokenizer() {
    return OpenNlpTokenizer.load(settings);
  }
}
