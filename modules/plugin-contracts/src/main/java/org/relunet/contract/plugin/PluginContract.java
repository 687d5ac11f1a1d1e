package org.relunet.contract.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.relunet.api.plugin.Plugin;
import org.relunet.api.plugin.PluginName;
import org.relunet.api.plugin.StrictBindings;
import org.relunet.api.setting.Setting;

/**
 * What every plugin must do: be found, have a name, describe its settings, and bind a singleton in
 * a strict injector.
 *
 * @param <C> the plugin's settings
 * @param <S> what the plugin's module binds
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PluginContract<C extends Record, S> {
  private final Class<?> kind;
  private final Class<S> service;
  private S bound;

  /**
   * @param kind the interface of the plugin's kind, under which it is found on the class path
   * @param service what the plugin's module binds
   */
  protected PluginContract(Class<?> kind, Class<S> service) {
    this.kind = kind;
    this.service = service;
  }

  /** The plugin. */
  protected abstract Plugin<C> plugin();

  /** The settings to test it with. */
  protected abstract C settings();

  /** What else the injector binds, for the plugin to be injected with. */
  protected Module surroundings() {
    return binder -> {};
  }

  /** What the plugin's module binds. */
  protected final S bound() {
    return bound;
  }

  @BeforeAll
  final void bind() {
    Injector injector =
        Guice.createInjector(
            Stage.PRODUCTION, plugin().module(settings()), surroundings(), new StrictBindings());
    bound = injector.getInstance(service);
    assertThat(injector.getInstance(service)).as("a singleton").isSameAs(bound);
  }

  @Test
  final void isFoundOnTheClassPath() {
    assertThat(ServiceLoader.load(kind, plugin().getClass().getClassLoader()))
        .extracting(found -> found.getClass().getName())
        .contains(plugin().getClass().getName());
  }

  @Test
  final void hasAProperName() {
    assertThat(plugin().name()).as(PluginName.RULE).matches(PluginName::isProper);
  }

  @Test
  final void describesAllItsSettings() {
    assertThat(plugin().settings().getRecordComponents())
        .allSatisfy(
            component -> {
              Setting setting = component.getAnnotation(Setting.class);
              assertThat(setting).as(component.getName()).isNotNull();
              assertThat(setting.help()).as(component.getName()).isNotBlank();
            });
  }
}
