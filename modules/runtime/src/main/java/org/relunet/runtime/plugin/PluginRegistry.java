package org.relunet.runtime.plugin;

import com.google.inject.Module;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.relunet.api.plugin.Plugin;
import org.relunet.config.PluginChoice;
import org.relunet.config.problem.KnownNames;

/** The plugins of a class path, by kind and name. Immutable. */
public final class PluginRegistry {
  private final Map<PluginKind, Map<String, Plugin<?>>> plugins = new EnumMap<>(PluginKind.class);

  private PluginRegistry() {}

  /**
   * All plugins that the class loader and its parents can see.
   *
   * @throws PluginException if a plugin cannot be loaded, has no proper name, or shares its name
   *     with another of its kind: all such faults at once
   */
  public static PluginRegistry load(ClassLoader loader) {
    PluginRegistry registry = new PluginRegistry();
    List<String> faults = new ArrayList<>();
    for (PluginKind kind : PluginKind.values()) {
      Map<String, Plugin<?>> named = new TreeMap<>();
      new PluginDiscovery(kind, loader, faults).plugins().forEach(p -> add(kind, p, named, faults));
      registry.plugins.put(kind, Collections.unmodifiableMap(named));
    }
    if (!faults.isEmpty()) {
      throw new PluginException(String.join("\n", faults));
    }
    return registry;
  }

  private static void add(
      PluginKind kind, Plugin<?> plugin, Map<String, Plugin<?>> named, List<String> faults) {
    Plugin<?> other = named.putIfAbsent(plugin.name(), plugin);
    if (other != null) {
      faults.add(
          "two plugins are the "
              + kind.section()
              + " '"
              + plugin.name()
              + "': "
              + PluginDiscovery.origin(other)
              + " and "
              + PluginDiscovery.origin(plugin)
              + "; remove one from the class path");
    }
  }

  /** Names of the plugins of a kind, in alphabetical order. */
  public List<String> names(PluginKind kind) {
    return List.copyOf(plugins.get(kind).keySet());
  }

  /** The settings records of the plugins of a kind by the plugins' names, for the schema. */
  public Map<String, Class<? extends Record>> settings(PluginKind kind) {
    Map<String, Class<? extends Record>> settings = new TreeMap<>();
    plugins.get(kind).forEach((name, plugin) -> settings.put(name, plugin.settings()));
    return Collections.unmodifiableMap(settings);
  }

  /**
   * @throws PluginException if there is none; the message lists those there are
   */
  public Plugin<?> plugin(PluginKind kind, String name) {
    Plugin<?> plugin = plugins.get(kind).get(name);
    if (plugin == null) {
      throw new PluginException(new KnownNames(kind.section(), names(kind)).unknown(name));
    }
    return plugin;
  }

  /**
   * The module of the chosen plugin.
   *
   * @throws PluginException if there is no such plugin, or the settings are not of its type
   */
  public Module module(PluginKind kind, PluginChoice choice) {
    return module(kind, plugin(kind, choice.name()), choice.settings());
  }

  private static <C extends Record> Module module(
      PluginKind kind, Plugin<C> plugin, Record settings) {
    if (!plugin.settings().isInstance(settings)) {
      throw new PluginException(
          "the "
              + kind.section()
              + " '"
              + plugin.name()
              + "' takes "
              + plugin.settings().getName()
              + ", not "
              + settings.getClass().getName());
    }
    return plugin.module(plugin.settings().cast(settings));
  }
}
