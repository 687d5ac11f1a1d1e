package org.relunet.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.config.key.KeyGroup;
import org.relunet.config.problem.KnownNames;

/** The sections that a program knows, in the order of the reference. Immutable. */
public final class ConfigurationSchema {
  private final Map<String, Section> sections;
  private final KeyGroup root;

  private ConfigurationSchema(Map<String, Section> sections) {
    this.sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    List<KeyGroup> keys = sections.values().stream().map(Section::keys).toList();
    this.root = new KeyGroup("", "", "section", keys);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Names of the sections. */
  public List<String> sectionNames() {
    return List.copyOf(sections.keySet());
  }

  KeyGroup root() {
    return root;
  }

  Map<String, Section> sections() {
    return sections;
  }

  /**
   * @throws IllegalArgumentException if the schema has no such section
   */
  Section section(String name) {
    Section section = sections.get(name);
    if (section == null) {
      throw new IllegalArgumentException(
          new KnownNames("section", sections.keySet()).unknown(name));
    }
    return section;
  }

  /** Declares the sections; every method throws IllegalArgumentException for a faulty one. */
  public static final class Builder {
    private final Map<String, Section> sections = new LinkedHashMap<>();

    private Builder() {}

    /**
     * A section that holds the keys of a record.
     *
     * @param help what the section is about, one line for the reference
     * @param settings a record whose components carry {@link org.relunet.api.setting.Setting}
     */
    public Builder section(String name, String help, Class<? extends Record> settings) {
      return add(name, RecordSection.of(name, help, settings));
    }

    /**
     * A section that chooses a plugin and holds the settings of each.
     *
     * @param name the kind of plugin: "parser"
     * @param help what the section is about, one line for the reference
     * @param settingsByPluginName the settings record of each known plugin, by the plugin's name
     * @param defaultPlugin the plugin chosen where the configuration chooses none
     */
    public Builder plugins(
        String name,
        String help,
        Map<String, ? extends Class<? extends Record>> settingsByPluginName,
        String defaultPlugin) {
      return add(name, PluginSection.of(name, help, settingsByPluginName, defaultPlugin));
    }

    private Builder add(String name, Section section) {
      if (sections.putIfAbsent(name, section) != null) {
        throw new IllegalArgumentException("section '" + name + "' is declared twice");
      }
      return this;
    }

    public ConfigurationSchema build() {
      return new ConfigurationSchema(sections);
    }
  }
}
