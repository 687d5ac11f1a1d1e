package org.relunet.parser.conllu;

import com.google.inject.Module;
import org.relunet.api.plugin.ParserPlugin;

/** Looks dependency trees up in files that another parser, or a treebank, provided. */
public final class ConlluPlugin implements ParserPlugin<ConlluSettings> {
  @Override
  public String name() {
    return "conllu";
  }

  @Override
  public Class<ConlluSettings> settings() {
    return ConlluSettings.class;
  }

  @Override
  public Module module(ConlluSettings settings) {
    return new ConlluModule(settings);
  }
}
