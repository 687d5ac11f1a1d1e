package org.relunet.runtime.plugin;

import static java.util.stream.Collectors.joining;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Scopes;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.plugin.StrictBindings;
import org.relunet.config.PluginChoice;

/**
 * Wires chosen plugins into one injector:
 *
 * <pre>{@code
 * new PluginInjector(registry)
 *     .plugin(PluginKind.TOKENIZER, configuration.plugin("tokenizer"))
 *     .plugin(PluginKind.PARSER, configuration.plugin("parser"))
 *     .create()
 *     .getInstance(Parser.class)
 * }</pre>
 *
 * <p>Bindings are strict ({@link StrictBindings}), and singletons are built at once, so that what
 * is wrong shows before the first document.
 */
public final class PluginInjector {
  private final PluginRegistry registry;
  private final Map<PluginKind, PluginChoice> choices = new EnumMap<>(PluginKind.class);
  private final List<Module> modules = new ArrayList<>();

  public PluginInjector(PluginRegistry registry) {
    this.registry = registry;
  }

  /**
   * Adds a plugin, at most one of a kind; not every kind is needed.
   *
   * @throws PluginException if there is no such plugin, if it cannot take the settings, or if its
   *     module does not bind its kind's component
   */
  public PluginInjector plugin(PluginKind kind, PluginChoice choice) {
    if (choices.putIfAbsent(kind, choice) != null) {
      throw new IllegalArgumentException("two choices of the " + kind.section());
    }
    modules.add(new PluginModule(kind, choice.name(), registry.module(kind, choice)).checked());
    return this;
  }

  /** Adds bindings that plugins may ask for, a relation schema say. */
  public PluginInjector module(Module module) {
    modules.add(module);
    return this;
  }

  /**
   * @throws PluginException if the modules do not fit together or a singleton cannot be built
   */
  public Injector create() {
    List<Module> all = new ArrayList<>(modules);
    all.add(new StrictBindings());
    Injector injector;
    try {
      injector = Guice.createInjector(Stage.PRODUCTION, all);
    } catch (CreationException e) {
      throw new PluginException(
          "cannot start "
              + choices.keySet().stream().map(this::named).collect(joining(", "))
              + ":\n"
              + e.getErrorMessages().stream().map(PluginInjector::reason).collect(joining("\n")),
          e);
    }
    choices.keySet().forEach(kind -> requireSingleton(injector, kind));
    return injector;
  }

  private void requireSingleton(Injector injector, PluginKind kind) {
    if (!Scopes.isSingleton(injector.getBinding(kind.component()))) {
      throw new PluginException(
          "the module of the "
              + named(kind)
              + " must bind "
              + kind.component().getSimpleName()
              + " in the scope Singleton");
    }
  }

  private String named(PluginKind kind) {
    return kind.section() + " '" + choices.get(kind).name() + "'";
  }

  /** What a plugin's own code threw says more than how the injector came to call it. */
  private static String reason(Message message) {
    Throwable cause = message.getCause();
    if (cause == null) {
      return message.getMessage() + " (" + message.getSource() + ")";
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
