package org.relunet.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relunet.config.key.GivenValues;
import org.relunet.config.problem.Location;
import org.relunet.config.rendering.FlatValues;
import org.relunet.config.rendering.ValuesWriter;

/** A complete, checked configuration. Immutable. */
public final class Configuration {
  private final ConfigurationSchema schema;
  private final Map<String, Object> contents;

  Configuration(ConfigurationSchema schema, Map<String, Object> contents) {
    this.schema = schema;
    this.contents = Map.copyOf(contents);
  }

  /**
   * The settings of a section.
   *
   * @throws IllegalArgumentException if the schema has no such section with such settings
   */
  public <S extends Record> S section(String name, Class<S> settings) {
    return content(name, settings);
  }

  /**
   * The plugin that a plugin section chooses.
   *
   * @throws IllegalArgumentException if the schema has no such plugin section
   */
  public PluginChoice plugin(String section) {
    return content(section, PluginChoice.class);
  }

  private <C> C content(String name, Class<C> type) {
    schema.section(name);
    Object content = contents.get(name);
    if (!type.isInstance(content)) {
      throw new IllegalArgumentException(
          "section '"
              + name
              + "' holds a "
              + content.getClass().getSimpleName()
              + ", not a "
              + type.getSimpleName());
    }
    return type.cast(content);
  }

  /**
   * This configuration with other values of some keys.
   *
   * @param assignments each {@code section.key=value}
   * @throws org.relunet.config.problem.ConfigurationException with all that is wrong with them
   */
  public Configuration with(List<String> assignments) {
    return new ConfigurationReader(schema)
        .text("configuration", toYaml())
        .overrides(assignments)
        .read();
  }

  /** The same plugins, and the default of every key. */
  public Configuration defaults() {
    ConfigurationReader reader = new ConfigurationReader(schema);
    contents.forEach(
        (section, content) -> {
          if (content instanceof PluginChoice plugin) {
            reader.overrides(List.of(section + ".plugin=" + plugin.name()));
          }
        });
    return reader.read();
  }

  /**
   * All sections and values, defaults included, as YAML that reads back as the same configuration.
   * The same values give the same text. Of a plugin section it has the chosen plugin's settings.
   */
  public String toYaml() {
    return toYaml(schema.sectionNames());
  }

  /**
   * The given sections, in the schema's order.
   *
   * @throws IllegalArgumentException if the schema has no such section
   */
  public String toYaml(Collection<String> sections) {
    return ValuesWriter.write(schema.root(), values(sections));
  }

  /**
   * The same as YAML values by the full names of their keys: {@code "training.epochs"} is {@code
   * "30"}.
   */
  public Map<String, String> toMap(Collection<String> sections) {
    return FlatValues.of(schema.root(), values(sections));
  }

  /**
   * The files and directories that the given sections name, by the full names of their keys: texts
   * as the configuration writes them, or paths, as the settings record has them.
   */
  public Map<String, Object> files(Collection<String> sections) {
    return FlatValues.files(schema.root(), values(sections));
  }

  private GivenValues values(Collection<String> sections) {
    Map<String, GivenValues> groups = new HashMap<>();
    for (String name : sections) {
      groups.put(name, schema.section(name).values(contents.get(name)));
    }
    return new GivenValues(Location.of("configuration"), true, Map.of(), groups);
  }

  @Override
  public String toString() {
    return toYaml();
  }
}
