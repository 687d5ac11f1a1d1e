package org.relunet.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.corpus.CorpusException;

/** Strings that a later step could not write are refused where they are read. */
class UnwritableStringsTest {
  private static final String GOOD = "{'text': 'A b', 'triples': []}\n";

  @TempDir Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("data.jsonl"), content.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'text': 'A#', 'triples': []}                                                                                        | 'text' has
          {'id': '#', 'text': 'A', 'triples': []}                                                                              | 'id' has
          {'text': 'A', 'triples': [{'subject': {'text': '#'}, 'relation': 'r', 'object': {'text': 'A'}}]}                     | triple 1: subject: 'text' has
          {'text': 'A', 'triples': [{'subject': {'text': 'A'}, 'relation': '#', 'object': {'text': 'A'}}]}                     | triple 1: 'relation' has
          {'text': 'A', 'triples': [{'subject': {'text': 'A'}, 'relation': 'r', 'object': {'text': '#'}}]}                     | triple 1: object: 'text' has
          {'text': 'A', 'triples': [], 'annotated': ['r', '#']}                                                                | name 2 of 'annotated' has
          {'text': 'A', 'triples': [], 'entities': [{'start': 0, 'end': 1, 'type': '#'}]}                                      | entity 1 of 'entities': 'type' has
          {'text': 'A', 'triple_list': [['#', 'r', 'A']]}                                                                      | triple 1: the subject has
          {'text': 'A', 'triple_list': [['A', '#', 'A']]}                                                                      | triple 1: the relation has
          {'text': 'A', 'triple_list': [['A', 'r', '#']]}                                                                      | triple 1: the object has
          {'sentText': '#', 'relationMentions': []}                                                                            | 'sentText' has
          {'sentText': 'A', 'relationMentions': [{'em1Text': '#', 'em2Text': 'A', 'label': 'r'}]}                              | triple 1: 'em1Text' has
          {'sentText': 'A', 'relationMentions': [{'em1Text': 'A', 'em2Text': '#', 'label': 'r'}]}                              | triple 1: 'em2Text' has
          {'sentText': 'A', 'relationMentions': [{'em1Text': 'A', 'em2Text': 'A', 'label': '#'}]}                              | triple 1: 'label' has
          {'sentText': 'A', 'relationMentions': [], 'entityMentions': [{'text': '#', 'label': 'T'}]}                           | entity 1 of 'entityMentions': 'text' has
          {'sentText': 'A', 'relationMentions': [], 'entityMentions': [{'text': 'A', 'label': '#'}]}                           | entity 1 of 'entityMentions': 'label' has
          """)
  void halfASurrogatePairIsRefusedInEveryString(String record, String place) throws IOException {
    // alone, before another first half, and behind a whole pair
    for (String half :
        new String[] {"\\ud800", "\\udc00", "\\ud83d\\ud83d", "\\ud83d\\ude00\\ude00"}) {
      String line = record.replace("#", half);
      assertRefused("\n" + line, "data.jsonl:2: record 1: " + place + " half a surrogate pair");
      assertRefused(
          "[\n" + line + "]", "data.jsonl:2: record 1: " + place + " half a surrogate pair");
    }
    assertThat(new CorpusReader().read(file(record.replace("#", "\\ud83d\\ude00")))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'id': 'a#b', 'text': 'A', 'triples': []}                                                          | 'id' has
          {'text': 'A', 'triples': [{'subject': {'text': 'A'}, 'relation': 'a#b', 'object': {'text': 'A'}}]} | triple 1: 'relation' has
          {'text': 'A', 'triples': [], 'annotated': ['a#b']}                                                 | name 1 of 'annotated' has
          {'text': 'A', 'triples': [], 'entities': [{'start': 0, 'end': 1, 'type': 'a#b'}]}                  | entity 1 of 'entities': 'type' has
          {'text': 'A', 'triple_list': [['A', 'a#b', 'A']]}                                                  | triple 1: the relation has
          {'sentText': 'A', 'relationMentions': [{'em1Text': 'A', 'em2Text': 'A', 'label': 'a#b'}]}          | triple 1: 'label' has
          {'sentText': 'A', 'relationMentions': [], 'entityMentions': [{'text': 'A', 'label': 'a#b'}]}       | entity 1 of 'entityMentions': 'label' has
          """)
  void controlCharactersAreRefusedInNames(String record, String place) throws IOException {
    for (String control :
        new String[] {"0000", "0007", "0009", "000a", "001b", "007f", "0085", "009f"}) {
      assertRefused(
          record.replace("#", "\\u" + control),
          place
              + " the control character U+"
              + control.toUpperCase(Locale.ROOT)
              + " as character 2");
    }
    assertThat(new CorpusReader().read(file(record.replace("#", "\\u00a0")))).hasSize(1);
  }

  @Test
  void linesAndTabsStayInTexts() throws IOException {
    String text = "A\\n\\tb\\r\\n";
    assertThat(
            new CorpusReader().read(file("{'text': '" + text + "', 'triples': []}")).get(0).text())
        .isEqualTo("A\n\tb\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'text': 'A', 'triples': [{'subject': {'text': 'A'}, 'relation': '#', 'object': {'text': 'A'}}]} | 'relation' has
          {'text': 'A', 'triples': [], 'annotated': ['#']}                                                 | name 1 of 'annotated' has
          {'text': 'A', 'triples': [], 'entities': [{'start': 0, 'end': 1, 'type': '#'}]}                  | 'type' has
          """)
  void aNameHasAtMostTwoHundredCharacters(String record, String place) throws IOException {
    String longest = "\\ud83d\\ude00".repeat(200);
    assertThat(new CorpusReader().read(file(record.replace("#", longest)))).hasSize(1);
    Path file = file(record.replace("#", "a".repeat(1_000_000)));
    assertThatThrownBy(() -> new CorpusReader().read(file))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining(place + " 1000000 characters, and a name has 200 at most: 'aaa")
        .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(1000));
  }

  @Test
  void aBlankNameAmongTheAnnotatedOnesIsToldWithItsLine() throws IOException {
    assertRefused(
        GOOD + "{'text': 'A', 'triples': [], 'annotated': ['']}",
        "data.jsonl:2: record 2: name 1 of 'annotated' is blank");
  }

  @Test
  void longNamesOfEntitiesAreShortenedInMessages() throws IOException {
    String name = "a".repeat(100_000);
    Path file =
        file(
            "{'text': 'A', 'triples': [{'subject': {'text': '%s', 'start': 5, 'end': 1}, 'relation': 'r', 'object': {'text': 'A'}}]}"
                .formatted(name));
    assertThatThrownBy(() -> new CorpusReader().read(file))
        .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(1000));
  }

  private void assertRefused(String content, String message) throws IOException {
    Path file = file(content);
    assertThatThrownBy(() -> new CorpusReader().read(file))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining(message);
  }
}
