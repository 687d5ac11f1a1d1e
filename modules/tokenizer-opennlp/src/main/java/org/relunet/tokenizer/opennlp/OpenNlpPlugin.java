package org.relunet.tokenizer.opennlp;

import com.google.inject.Module;
import org.relunet.api.plugin.TokenizerPlugin;

/** Finds sentences, words and parts of speech with Apache OpenNLP. */
public final class OpenNlpPlugin implements TokenizerPlugin<OpenNlpSettings> {
  @Override
  public String name() {
    return "opennlp";
  }

  @Override
  public Class<OpenNlpSettings> settings() {
    return OpenNlpSettings.class;
  }

  @Override
  public Module module(OpenNlpSettings settings) {
    return new OpenNlpModule(settings);
  }
}
