package org.relunet.contract.parser;

import com.google.inject.Module;
import java.util.List;
import org.relunet.api.plugin.Parser;
import org.relunet.api.plugin.ParserPlugin;
import org.relunet.api.syntax.DependencyTree;

/** The plugin of a parser made in a test. */
public final class ChainPlugin implements ParserPlugin<ChainPlugin.Settings> {
  /** No settings. */
  public record Settings() {}

  private final Parser parser;

  /** Of a parser that knows sentences of one word only. */
  public ChainPlugin() {
    this(sentence -> new DependencyTree(new int[] {DependencyTree.ROOT}, List.of("root")));
  }

  ChainPlugin(Parser parser) {
    this.parser = parser;
  }

  @Override
  public String name() {
    return "chain";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Module module(Settings settings) {
    return binder -> binder.bind(Parser.class).toInstance(parser);
  }
}
