package org.relunet.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.text.CharacterSpan;
import org.relunet.corpus.AnnotatedEntity;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;

/** The keys {@code entities} and {@code annotated} of the project's own format. */
class FurtherAnnotationTest {
  private static final String WHOLE =
      "{\"id\":\"1\",\"text\":\"\uD83D\uDE00 Alan Bean\",\"triples\":[],\"entities\":"
          + "[{\"start\":2,\"end\":11,\"type\":\"PER\"},{\"start\":7,\"end\":11}],\"annotated\":[\"born in\"]}";

  @TempDir Path folder;

  private List<AnnotatedText> read(String line) throws IOException {
    return new CorpusReader().read(Files.writeString(folder.resolve("train.jsonl"), line));
  }

  private void assertRefused(String more, String... parts) {
    assertThatThrownBy(() -> read("{\"text\": \"Alan Bean\", \"triples\": [], " + more + "}"))
        .isInstanceOf(CorpusException.class)
        .message()
        .contains("train.jsonl:1", "record 1")
        .contains(parts);
  }

  @Test
  void entitiesAreCountedInCodePointsAndMayOverlapAndHaveNoType() throws IOException {
    AnnotatedText text = read(WHOLE).get(0);
    assertThat(text.entities().orElseThrow())
        .containsExactly(
            new AnnotatedEntity(new CharacterSpan(3, 12), "PER"),
            new AnnotatedEntity(new CharacterSpan(8, 12), ""));
    assertThat(text.annotated().orElseThrow()).containsExactly("born in");
    assertThat(text.isAnnotated("born in")).isTrue();
    assertThat(text.isAnnotated("lies in")).isFalse();
  }

  @Test
  void bothMayBeLeftOutAndMayBeEmpty() throws IOException {
    AnnotatedText without = read("{\"text\": \"a\", \"triples\": []}").get(0);
    assertThat(without.entities()).isEmpty();
    assertThat(without.annotated()).isEmpty();
    assertThat(without.isAnnotated("any")).isTrue();
    AnnotatedText none =
        read("{\"text\": \"a\", \"triples\": [], \"entities\": [], \"annotated\": []}").get(0);
    assertThat(none.entities()).hasValue(List.of());
    assertThat(none.isAnnotated("any")).isFalse();
  }

  @Test
  void areWrittenAsTheyWereRead() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    AnnotatedText text = read(WHOLE).get(0);
    new CorpusWriter().write(text, written);
    assertThat(read(written.toString(StandardCharsets.UTF_8))).containsExactly(text);
  }

  @Test
  void theSameEntityTwiceCountsOnce() throws IOException {
    String twice = "{\"start\": 0, \"end\": 4, \"type\": \"PER\"}";
    AnnotatedText text =
        read("{\"text\": \"Alan\", \"triples\": [], \"entities\": [%s, %s]}"
                .formatted(twice, twice))
            .get(0);
    assertThat(text.entities().orElseThrow()).hasSize(1);
  }

  @Test
  void entitiesOutsideTheTextWithoutACharacterOrOfTwoTypesAreRefused() {
    assertRefused(
        "\"entities\": [{\"start\": 0, \"end\": 4}, {\"start\": 5, \"end\": 10}]",
        "entity 2 of 'entities': it reaches from 5 to 10",
        "9 characters");
    assertRefused("\"entities\": [{\"start\": 4, \"end\": 4}]", "entity 1", "from 4 to 4");
    assertRefused("\"entities\": [{\"start\": -1, \"end\": 4}]", "'start' must count");
    assertRefused("\"entities\": [{\"end\": 4}]", "'start' is missing");
    assertRefused(
        "\"entities\": [{\"start\": 0, \"end\": 4, \"type\": 7}]", "'type' must be a text");
    assertRefused(
        "\"entities\": [{\"start\": 0, \"end\": 4, \"type\": \"PER\"}, {\"start\": 0, \"end\": 4}]",
        "entity 2",
        "'PER'");
    assertRefused("\"entities\": {}", "'entities' must be a list");
  }

  @Test
  void annotatedMustListNames() {
    assertRefused("\"annotated\": [1]", "'annotated' must list names", "1");
    assertRefused("\"annotated\": \"all\"", "'annotated' must be a list");
  }
}
