package org.relunet.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.relunet.config.key.GivenValue;
import org.relunet.config.key.GivenValues;
import org.relunet.config.key.Key;
import org.relunet.config.key.KeyGroup;
import org.relunet.config.key.ValueKey;
import org.relunet.config.problem.KnownNames;
import org.relunet.config.problem.Location;
import org.relunet.config.problem.Problems;
import org.relunet.config.record.SettingsRecord;
import org.relunet.config.value.ChoiceType;

/** A section whose content is a {@link PluginChoice}. Plugins stand in the order of their names. */
record PluginSection(
    KeyGroup keys, Map<String, SettingsRecord<?>> settingsByName, String defaultPlugin)
    implements Section {
  private static final String CHOICE = "plugin";

  static PluginSection of(
      String name,
      String help,
      Map<String, ? extends Class<? extends Record>> types,
      String defaultPlugin) {
    if (!types.containsKey(defaultPlugin)) {
      throw new IllegalArgumentException(
          "the default: " + new KnownNames(name, types.keySet()).unknown(defaultPlugin));
    }
    Map<String, SettingsRecord<?>> settings = new TreeMap<>();
    types.forEach((plugin, type) -> settings.put(plugin, SettingsRecord.of(type)));
    List<Key> keys = new ArrayList<>();
    keys.add(choice(name, settings.keySet(), defaultPlugin));
    settings.forEach(
        (plugin, record) ->
            keys.add(record.keys(plugin, "settings of the " + name + " '" + plugin + "'")));
    return new PluginSection(new KeyGroup(name, help, "key", keys), settings, defaultPlugin);
  }

  private static Key choice(String section, Iterable<String> plugins, String defaultPlugin) {
    Map<String, String> choices = new LinkedHashMap<>();
    plugins.forEach(plugin -> choices.put(plugin, plugin));
    return new ValueKey(
        CHOICE,
        "chooses the " + section + "; settings of the others have no effect",
        "",
        new ChoiceType(section, choices),
        defaultPlugin,
        false,
        Set.of());
  }

  @Override
  public Optional<PluginChoice> build(GivenValues given, Problems problems) {
    GivenValue choice = given.values().get(CHOICE);
    String chosen = choice == null ? defaultPlugin : (String) choice.value();
    Optional<PluginChoice> content = Optional.empty();
    for (Map.Entry<String, SettingsRecord<?>> plugin : settingsByName.entrySet()) {
      String name = plugin.getKey();
      // the others are built for their constructors' objections, where they were given at all
      if (name.equals(chosen) || given.groups().containsKey(name)) {
        Optional<? extends Record> settings =
            plugin.getValue().build(given.group(name), KeyGroup.join(keys.name(), name), problems);
        if (name.equals(chosen)) {
          content = settings.map(record -> new PluginChoice(name, record));
        }
      }
    }
    return content;
  }

  @Override
  public GivenValues values(Object content) {
    PluginChoice choice = (PluginChoice) content;
    Location location = Location.of(keys.name());
    return new GivenValues(
        location,
        true,
        Map.of(CHOICE, new GivenValue(choice.name(), location)),
        Map.of(choice.name(), settingsByName.get(choice.name()).values(choice.settings())));
  }
}
