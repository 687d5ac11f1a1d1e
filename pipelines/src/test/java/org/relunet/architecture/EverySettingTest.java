package org.relunet.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.api.setting.Setting;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.config.ConfigurationSchema;
import org.relunet.config.ReferenceRenderer;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.plugin.PluginKind;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.runtime.trust.TrainingRules;

/** Every settings record of the program: its defaults, and that each of its keys comes through. */
class EverySettingTest {
  private static final PluginRegistry REGISTRY =
      PluginRegistry.load(EverySettingTest.class.getClassLoader());
  private static final ConfigurationSchema SCHEMA =
      RelunetSchema.of(REGISTRY, EverySettingTest.class.getClassLoader());

  /**
   * A settings record in its place.
   *
   * @param path full name of its group: {@code training}, {@code parser.malt}
   * @param plugin whether the section before the dot chooses it
   */
  private record Place(String path, boolean plugin) {
    String section() {
      return path.split("\\.")[0];
    }

    List<String> choice() {
      return plugin ? List.of(section() + ".plugin=" + path.split("\\.")[1]) : List.of();
    }

    Record settings(List<String> overrides) {
      List<String> all = new ArrayList<>(choice());
      all.addAll(overrides);
      Configuration read = new ConfigurationReader(SCHEMA).overrides(all).read();
      return plugin ? read.plugin(section()).settings() : read.section(path, Record.class);
    }

    @Override
    public String toString() {
      return path;
    }
  }

  static List<Place> places() {
    List<Place> places = new ArrayList<>();
    List<String> plugins = new ArrayList<>();
    for (PluginKind kind : PluginKind.values()) {
      plugins.add(kind.section());
      REGISTRY
          .settings(kind)
          .keySet()
          .forEach(name -> places.add(new Place(kind.section() + "." + name, true)));
    }
    SCHEMA.sectionNames().stream()
        .filter(name -> !plugins.contains(name))
        .forEach(name -> places.add(new Place(name, false)));
    return places;
  }

  /** The reference is the statement of all defaults: who changes one, changes it there. */
  @Test
  void defaultsAreThoseOfTheReference() throws IOException {
    assertThat(Files.readString(Path.of("../configs/reference.yaml")))
        .isEqualTo(ReferenceRenderer.render(SCHEMA));
  }

  @ParameterizedTest
  @MethodSource("places")
  void everyKeyOfARecordCanBeSetToSomethingElse(Place place) {
    Map<String, Object> others = new TreeMap<>();
    OtherValues.collect(place.settings(List.of()), place.path(), others);

    Record read =
        place.settings(
            others.entrySet().stream()
                .map(other -> other.getKey() + "=" + OtherValues.yaml(other.getValue()))
                .toList());

    Map<String, Object> found = new TreeMap<>();
    values(read, place.path(), found);
    assertThat(found).isEqualTo(others);
  }

  /** What a stranger's model says must not take more time or memory than any use needs. */
  @ParameterizedTest
  @MethodSource("places")
  void everyNumberThatAModelPackageMaySayHasABound(Place place) {
    if (strangers(place.section())) {
      assertThat(unbounded(place.settings(List.of()), place.path())).isEmpty();
    }
  }

  private static boolean strangers(String section) {
    return RelunetSchema.MODEL_SECTIONS.contains(section) || new TrainingRules().takes(section);
  }

  /** A seed may be any number. */
  private static List<String> unbounded(Record record, String path) {
    List<String> unbounded = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String key = path + "." + OtherValues.dashed(component.getName());
      Object value = OtherValues.read(component, record);
      Object number = value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value;
      if (value instanceof Record nested) {
        unbounded.addAll(unbounded(nested, key));
      } else if (number instanceof Number && !(number instanceof Long)) {
        Setting limits = component.getAnnotation(Setting.class);
        if (Double.isInfinite(limits.minimum()) || Double.isInfinite(limits.maximum())) {
          unbounded.add(key);
        }
      }
    }
    return unbounded;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extractor.pair.span-width=2147483647",
        "extractor.pair.span-width=1073741824",
        "encoder.transformer.random.layers=192",
        "extraction.passage-words=60000",
        "extraction.window-words=60000",
      })
  void whatWouldTakeAllTimeOrMemoryIsRefused(String setting) {
    String key = setting.substring(0, setting.indexOf('='));
    assertThatThrownBy(
            () ->
                new ConfigurationReader(SCHEMA)
                    .overrides(List.of("extractor.plugin=pair", setting))
                    .read())
        .hasMessageContaining(key)
        .hasMessageContaining("from ");
  }

  private static void values(Record record, String path, Map<String, Object> values) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String key = path + "." + OtherValues.dashed(component.getName());
      Object value = OtherValues.read(component, record);
      if (value instanceof Record nested) {
        values(nested, key, values);
      } else {
        values.put(key, value);
      }
    }
  }
}
