package org.relunet.runtime.plugin;

import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.relunet.api.plugin.Parser;
import org.relunet.api.plugin.ParserPlugin;
import org.relunet.runtime.plugin.TestPlugins.FlatParser;
import org.relunet.runtime.plugin.TestPlugins.NoSettings;

/** Parser plugins, each with a fault. */
final class FaultyPlugins {
  private FaultyPlugins() {}

  abstract static class Faulty implements ParserPlugin<NoSettings> {
    private final String name;
    private final Module module;

    Faulty(String name, Module module) {
      this.name = name;
      this.module = module;
    }

    @Override
    public final String name() {
      return name;
    }

    @Override
    public final Class<NoSettings> settings() {
      return NoSettings.class;
    }

    @Override
    public final Module module(NoSettings settings) {
      return module;
    }
  }

  public static final class SecondFlat extends Faulty {
    public SecondFlat() {
      super("test-flat", binder -> {});
    }
  }

  public static final class Shouting extends Faulty {
    public Shouting() {
      super("FLAT", binder -> {});
    }
  }

  public static final class Reserved extends Faulty {
    public Reserved() {
      super("plugin", binder -> {});
    }
  }

  public static final class Exploding extends Faulty {
    public Exploding() {
      super("exploding", binder -> {});
      throw new IllegalStateException("no licence");
    }
  }

  public static final class Unbound extends Faulty {
    public Unbound() {
      super("unbound", binder -> binder.bind(FlatParser.class).in(Singleton.class));
    }
  }

  public static final class Unscoped extends Faulty {
    public Unscoped() {
      super("unscoped", binder -> binder.bind(Parser.class).to(FlatParser.class));
    }
  }

  public static final class Modelless extends Faulty {
    public Modelless() {
      super(
          "modelless",
          binder ->
              binder
                  .bind(Parser.class)
                  .toProvider(
                      (Provider<Parser>)
                          () -> {
                            throw new UncheckedIOException(
                                "the model english.mco is missing",
                                new NoSuchFileException("english.mco"));
                          })
                  .in(Singleton.class));
    }
  }

  public static final class Implicit extends Faulty {
    public Implicit() {
      super(
          "implicit",
          binder -> {
            Provider<StringBuilder> undeclared = binder.getProvider(StringBuilder.class);
            binder
                .bind(Parser.class)
                .toProvider(
                    (Provider<Parser>)
                        () -> {
                          undeclared.get();
                          return new FlatParser();
                        })
                .in(Singleton.class);
          });
    }
  }
}
