package org.relunet.parser.malt;

import com.google.inject.Module;
import org.relunet.api.plugin.ParserPlugin;

/** Finds dependency trees with MaltParser. */
public final class MaltPlugin implements ParserPlugin<MaltSettings> {
  @Override
  public String name() {
    return "malt";
  }

  @Override
  public Class<MaltSettings> settings() {
    return MaltSettings.class;
  }

  @Override
  public Module module(MaltSettings settings) {
    return new MaltModule(settings);
  }
}
