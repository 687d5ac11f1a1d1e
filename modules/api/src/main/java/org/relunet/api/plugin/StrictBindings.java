package org.relunet.api.plugin;

import com.google.inject.Binder;
import com.google.inject.Module;

/**
 * How plugins are wired: what is not bound is not made up, an annotation that nobody bound is not
 * overlooked, and no proxy closes a circle.
 */
public final class StrictBindings implements Module {
  @Override
  public void configure(Binder binder) {
    binder.requireExplicitBindings();
    binder.requireExactBindingAnnotations();
    binder.disableCircularProxies();
  }
}
