package org.relunet.contract.tokenizer;

import com.google.inject.Module;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.plugin.TokenizerPlugin;

/** The plugin of a tokenizer made in a test. */
public final class SpacePlugin implements TokenizerPlugin<SpacePlugin.Settings> {
  /** No settings. */
  public record Settings() {}

  private final Tokenizer tokenizer;

  /** Of a tokenizer that keeps the contract. */
  public SpacePlugin() {
    this(new SpaceTokenizer());
  }

  SpacePlugin(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  @Override
  public String name() {
    return "space";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Module module(Settings settings) {
    return binder -> binder.bind(Tokenizer.class).toInstance(tokenizer);
  }
}
