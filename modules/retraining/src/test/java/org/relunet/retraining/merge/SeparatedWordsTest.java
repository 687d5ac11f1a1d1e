package org.relunet.retraining.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.triple.RelationSchema;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.corpus.AnnotatedEntity;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.LocatedEntity;
import org.relunet.runtime.assembly.Assembly;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.plugin.PluginRegistry;

class SeparatedWordsTest {
  private static Tokenizer tokenizer() {
    ClassLoader loader = SeparatedWordsTest.class.getClassLoader();
    PluginRegistry plugins = PluginRegistry.load(loader);
    Configuration configuration =
        new ConfigurationReader(RelunetSchema.of(plugins, loader)).overrides(List.of()).read();
    return Assembly.of(configuration, plugins, new RelationSchema(List.of("r"))).tokenizer();
  }

  private static LocatedEntity at(String text, String name) {
    int start = text.indexOf(name);
    return new LocatedEntity(name, new CharacterSpan(start, start + name.length()));
  }

  @Test
  void wordsGetBlanksBetweenThemAndPlacesMoveAlong() {
    String raw = "Ann (born in Rome)\\nworks for Acme, Inc.".replace("\\n", "\n");
    LocatedEntity rome = at(raw, "Rome");
    LocatedEntity acme = at(raw, "Acme, Inc.");
    AnnotatedText text =
        new AnnotatedText(
            "1",
            raw,
            List.of(new AnnotatedTriple(acme, "r", rome)),
            Optional.of(List.of(new AnnotatedEntity(rome.span(), "city"))),
            Optional.of(List.of("r")));

    AnnotatedText separated = new SeparatedWords(tokenizer()).of(text);

    assertThat(separated.text()).startsWith("Ann ( born in Rome ) works for Acme , Inc");
    List<LocatedEntity> entities = new ArrayList<>();
    entities.add((LocatedEntity) separated.triples().get(0).subject());
    entities.add((LocatedEntity) separated.triples().get(0).object());
    assertThat(entities).extracting(LocatedEntity::text).contains("Rome");
    assertThat(entities.get(0).text()).startsWith("Acme , Inc");
    entities.forEach(
        entity ->
            assertThat(separated.text().substring(entity.span().start(), entity.span().end()))
                .isEqualTo(entity.text()));
    assertThat(separated.entities().get().get(0).span()).isEqualTo(entities.get(1).span());
    assertThat(separated.annotated()).contains(List.of("r"));
  }

  @Test
  void aPlaceBeyondTheTextStaysBeyondItAndOneInsideAWordInsideIt() {
    AnnotatedText text =
        new AnnotatedText(
            "1",
            "Ann(Acme)",
            List.of(
                new AnnotatedTriple(
                    new LocatedEntity("cme", new CharacterSpan(5, 8)),
                    "r",
                    new LocatedEntity("far", new CharacterSpan(20, 23)))));

    AnnotatedText separated = new SeparatedWords(tokenizer()).of(text);

    assertThat(separated.text()).isEqualTo("Ann ( Acme )");
    assertThat(separated.triples().get(0).subject())
        .isEqualTo(new LocatedEntity("cme", new CharacterSpan(7, 10)));
    LocatedEntity far = (LocatedEntity) separated.triples().get(0).object();
    assertThat(far.span().end()).isGreaterThan(separated.text().length());
  }
}
