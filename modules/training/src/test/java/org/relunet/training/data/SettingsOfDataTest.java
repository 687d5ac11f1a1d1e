package org.relunet.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.CharacterSpan;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.corpus.AnnotatedEntity;
import org.relunet.corpus.AnnotatedText;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.plugin.PluginRegistry;

class SettingsOfDataTest {
  private static final String KEY = "extractor.pair.entity-types";
  private final ClassLoader loader = SettingsOfDataTest.class.getClassLoader();
  private final PluginRegistry registry = PluginRegistry.load(loader);

  private static AnnotatedText text(String... types) {
    return new AnnotatedText(
        "t",
        "Alan Bean",
        List.of(),
        Optional.of(
            Stream.of(types)
                .map(type -> new AnnotatedEntity(new CharacterSpan(0, 4), type))
                .toList()),
        Optional.empty());
  }

  private Object types(List<String> settings, AnnotatedText... texts) {
    Configuration configuration =
        new ConfigurationReader(RelunetSchema.of(registry, loader)).overrides(settings).read();
    return SettingsOfData.over(configuration, registry, List.of(), List.of(texts))
        .toMap(List.of("extractor"))
        .get(KEY);
  }

  @Test
  void typesOfEntitiesAreThoseOfTheTrainingFile() {
    assertThat(
            types(
                List.of("extractor.plugin=pair"),
                text("place, large", "", "a \"b\""),
                text("Person")))
        .isEqualTo("[Person, \"a \\\"b\\\"\", \"place, large\"]");
  }

  @Test
  void whatTheUserNamesStays() {
    assertThat(types(List.of("extractor.plugin=pair", KEY + "=[Person]"), text("place")))
        .isEqualTo("[Person]");
  }

  @Test
  void anExtractorThatReadsNoTypesStaysAsItIs() {
    assertThat(types(List.of("extractor.plugin=casrel"), text("place"))).isNull();
  }
}
