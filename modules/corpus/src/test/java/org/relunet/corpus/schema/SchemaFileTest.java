package org.relunet.corpus.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.api.triple.RelationSchema;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.NamedEntity;

class SchemaFileTest {
  @TempDir Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("rel2id.json"), content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"z\", \"a\", \"m\"]",
        "[{\"name\": \"z\"}, {\"name\": \"a\", \"iri\": \"urn:x:a\"}, {\"name\": \"m\"}]",
        "[{\"a\": 1, \"m\": 2, \"z\": 0}]",
        "[{\"2\": \"m\", \"0\": \"z\", \"1\": \"a\"}, {\"a\": 1, \"m\": 2, \"z\": 0}]",
        "{\"a\": 1, \"m\": 2, \"z\": 0}"
      })
  void readsEveryShapeInTheOrderOfTheIndices(String content) throws IOException {
    assertThat(SchemaFile.read(file(content)).relations()).containsExactly("z", "a", "m");
  }

  @Test
  void relationsMayHaveIris() throws IOException {
    String iri = "http://www.wikidata.org/prop/direct/P19";
    String content = "[{\"name\": \"place of birth\", \"iri\": \"%s\"}, {\"name\": \"other\"}]";

    RelationSchema schema = SchemaFile.read(file(content.formatted(iri)));

    assertThat(schema.iri(0)).contains(iri);
    assertThat(schema.iri(1)).isEmpty();
    for (String wrong : List.of("P19", "http://a b", "http://a/<x>", "")) {
      assertRefused(
          content.formatted(wrong), "the IRI of relation 'place of birth' is not absolute");
    }
    assertRefused("[{\"name\": \"a\", \"iri\": 5}]", "relation 0 has 'iri': 5");
    assertRefused("[{\"name\": \"a\"}, {\"iri\": \"urn:x:y\"}]", "relation 1 has no name");
    assertRefused("[{\"name\": \"a\", \"url\": \"urn:x:y\"}]", "relation 0 has 'url'");
  }

  private void assertRefused(String content, String part) throws IOException {
    Path file = file(content);
    assertThatThrownBy(() -> SchemaFile.read(file))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(part);
  }

  @Test
  void refusesWhatIsNoSchema() throws IOException {
    assertRefused("[", "is not valid JSON");
    assertRefused("", "holds no relation");
    assertRefused("[]", "holds no relation");
    assertRefused("[{}]", "where a mapping belongs");
    assertRefused("[\"a\", 3]", "entry 2 is 3");
    assertRefused("[\"a\", \"a\"]", "relation 'a' is named twice");
    assertRefused("[{\"a\": 0, \"b\": 2}]", "relation 'b' has index 2");
    assertRefused("[{\"a\": 0, \"b\": 0}]", "each index from 0 to 1 once");
    assertRefused("[{\"0\": \"a\"}, {\"b\": 0}]", "disagree");
    assertRefused("[{\"a\": [1]}]", "'a' maps to [1]");
  }

  @Test
  void tellsOfAMissingFile() {
    assertThatThrownBy(() -> SchemaFile.read(folder.resolve("none.json")))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("none.json: no such file");
  }

  private static AnnotatedText text(String... relations) {
    return new AnnotatedText(
        "t",
        "a b",
        List.of(relations).stream()
            .map(r -> new AnnotatedTriple(new NamedEntity("a"), r, new NamedEntity("b")))
            .toList());
  }

  @Test
  void collectsRelationsSortedWhateverTheOrderOfTheTexts() {
    assertThat(SchemaCollector.collect("train.json", List.of(text("z", "b"), text("B", "z"))))
        .isEqualTo(SchemaCollector.collect("train.json", List.of(text("z", "B"), text("b"))))
        .satisfies(schema -> assertThat(schema.relations()).containsExactly("B", "b", "z"));
  }

  @Test
  void cannotCollectFromTextsWithoutTriples() {
    assertThatThrownBy(() -> SchemaCollector.collect("train.json", List.of(text())))
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith("train.json: holds no triple");
  }

  @Test
  void namesThatNoFileCouldHoldAreRefused() throws IOException {
    assertRefused(
        "[\"a\", \"\\ud800\"]", "rel2id.json: the name of relation 1 has half a surrogate");
    assertRefused("{\"a\\nb\": 0}", "the name of relation 0 has the control character U+000A");
    assertRefused("[\"" + "a".repeat(201) + "\"]", "relation 0 has 201 characters");
  }

  @Test
  void tooManyRelationsAreToldWithTheirFile() {
    List<AnnotatedText> texts =
        IntStream.rangeClosed(0, 10_000)
            .mapToObj(
                i ->
                    new AnnotatedText(
                        "t" + i,
                        "A",
                        List.of(
                            new AnnotatedTriple(
                                new NamedEntity("A"), "r" + i, new NamedEntity("A")))))
            .toList();

    assertThatThrownBy(() -> SchemaCollector.collect("train.json", texts))
        .isInstanceOf(CorpusException.class)
        .hasMessage("train.json: 10001 relations; a schema has at most 10000");
  }
}
