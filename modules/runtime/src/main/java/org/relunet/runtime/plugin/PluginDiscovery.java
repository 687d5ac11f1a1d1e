package org.relunet.runtime.plugin;

import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.relunet.api.plugin.Plugin;
import org.relunet.api.plugin.PluginName;

/** Loads the plugins of one kind, past those that are broken. */
final class PluginDiscovery {
  private final PluginKind kind;
  private final ClassLoader loader;
  private final List<String> faults;

  /**
   * @param faults where to add what is wrong
   */
  PluginDiscovery(PluginKind kind, ClassLoader loader, List<String> faults) {
    this.kind = kind;
    this.loader = loader;
    this.faults = faults;
  }

  List<Plugin<?>> plugins() {
    List<Plugin<?>> found = new ArrayList<>();
    Iterator<?> services = ServiceLoader.load(kind.service(), loader).iterator();
    boolean more = true;
    while (more) {
      try {
        more = services.hasNext();
        if (more && services.next() instanceof Plugin<?> plugin && isSound(plugin)) {
          found.add(plugin);
        }
      } catch (ServiceConfigurationError e) {
        // the loader goes on behind the broken one
        String cause = e.getCause() == null ? "" : " (" + e.getCause() + ")";
        faults.add(
            "a plugin of the kind "
                + kind.section()
                + " cannot be loaded: "
                + e.getMessage()
                + cause);
      }
    }
    return found;
  }

  private boolean isSound(Plugin<?> plugin) {
    String name = plugin.name();
    boolean sound = PluginName.isProper(name);
    if (!sound) {
      faults.add(
          "the "
              + kind.section()
              + " plugin "
              + origin(plugin)
              + " is named '"
              + name
              + "'; "
              + PluginName.RULE);
    }
    return sound;
  }

  /** The plugin's class and the jar or directory that it is from. */
  static String origin(Plugin<?> plugin) {
    Class<?> type = plugin.getClass();
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return type.getName() + (source == null ? "" : " in " + source.getLocation().getPath());
  }
}
