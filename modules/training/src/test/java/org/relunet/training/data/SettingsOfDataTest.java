package org.relunet.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.CharacterSpan;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.corpus.AnnotatedEntity;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;
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

  @Test
  void everyTypeIsReadBackAsItIs() {
    List<String> types =
        List.of(
            "\"",
            "\\",
            "'",
            "#",
            " # ",
            ": ",
            "a: b",
            "{",
            "}",
            "[a, b]",
            "*",
            "&a",
            "%",
            "!x",
            "-",
            "- a",
            "?",
            "|",
            ">",
            "@",
            "`",
            "~",
            "null",
            "true",
            "12",
            "a  b",
            " a",
            "a ",
            "😀",
            "\uFEFFa",
            "a\u2028b",
            "a\u2029b",
            "\uFFFF",
            "\\n",
            "\\u0041",
            "é",
            "{{x}}",
            "$a",
            "a,b",
            "a\n\nb",
            "a\nb",
            "a b",
            "\u0007",
            "\u0085",
            "\t");
    Configuration configuration =
        new ConfigurationReader(RelunetSchema.of(registry, loader))
            .overrides(List.of("extractor.plugin=pair"))
            .read();

    Configuration decided =
        SettingsOfData.over(
            configuration, registry, List.of(), List.of(text(types.toArray(String[]::new))));

    assertThat(SettingsOfData.entityTypes(decided, registry))
        .containsExactlyInAnyOrderElementsOf(types);
    // and so by the file that a model package holds
    Configuration packaged =
        new ConfigurationReader(RelunetSchema.of(registry, loader))
            .text("package", decided.toYaml())
            .read();
    assertThat(SettingsOfData.entityTypes(packaged, registry))
        .containsExactlyInAnyOrderElementsOf(types);
  }

  @Test
  void moreThanAThousandTypesAreRefused() {
    String[] types = IntStream.rangeClosed(0, 1000).mapToObj(i -> "t" + i).toArray(String[]::new);
    assertThat(types(List.of("extractor.plugin=casrel"), text(types))).isNull();
    assertThat(types(List.of("extractor.plugin=pair"), text(Arrays.copyOf(types, 1000))))
        .isNotNull();
    assertThatThrownBy(() -> types(List.of("extractor.plugin=pair"), text(types)))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("1001 types")
        .hasMessageContaining("1000 at most");
  }
}
