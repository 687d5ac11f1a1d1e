package org.relunet.runtime.plugin;

import com.google.inject.Binding;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.Message;
import com.google.inject.spi.PrivateElements;
import java.util.List;

/**
 * The module of a plugin.
 *
 * @param kind the plugin's kind
 * @param name the plugin's name
 * @param module as the plugin gives it
 */
record PluginModule(PluginKind kind, String name, Module module) {
  /**
   * The same bindings, configured once and for all.
   *
   * @throws PluginException if the kind's component is not among them
   */
  Module checked() {
    List<Element> elements = Elements.getElements(Stage.PRODUCTION, module);
    // an error in the module is told better by the injector
    boolean faulty = elements.stream().anyMatch(Message.class::isInstance);
    if (!faulty && elements.stream().noneMatch(this::bindsComponent)) {
      throw new PluginException(
          "the module of the "
              + kind.section()
              + " '"
              + name
              + "' does not bind "
              + kind.component().getName());
    }
    return Elements.getModule(elements);
  }

  private boolean bindsComponent(Element element) {
    Key<?> key = Key.get(kind.component());
    if (element instanceof PrivateElements inner) {
      return inner.getExposedKeys().contains(key);
    }
    return element instanceof Binding<?> binding && binding.getKey().equals(key);
  }
}
