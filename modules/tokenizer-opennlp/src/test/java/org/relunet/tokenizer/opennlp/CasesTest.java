package org.relunet.tokenizer.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

/** How texts are cut into sentences and words: {@code cases.txt}. */
final class CasesTest {
  private static final OpenNlpTokenizer TOKENIZER =
      OpenNlpTokenizer.load(TestSettings.of(SentenceDetection.MODEL, WordSplitting.MODEL));

  @ParameterizedTest
  @MethodSource("cases")
  void cutsAsTheListSays(String line) {
    String[] sides = line.split(" -> ");
    assertThat(cut(sides[0].replace("\\n", "\n"))).isEqualTo(sides[1]);
  }

  @Test
  void theListIsLong() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(150);
  }

  /** Whatever stands behind a name that is not of its kind, the name's own end is a word's end. */
  @ParameterizedTest
  @MethodSource("marks")
  void aMarkBehindANameIsNoPartOfIt(String mark) {
    for (String text : List.of("saw Texas%s", "saw Texas%s and left", "saw Texas%s, and left")) {
      String raw = text.formatted(mark);
      List<Token> tokens =
          TOKENIZER.tokenize(new Document("1", raw)).stream()
              .flatMap(sentence -> sentence.tokens().stream())
              .toList();
      assertThat(tokens).as(raw).extracting(Token::text).contains("Texas");
    }
  }

  private static Stream<String> marks() {
    return "# $ & * ‹ › = @ \\ ^ ` | ~ § ® ™ © ¹ ² ³ – — ― ’ ‘ „ “ ” « » † ‡ • < > ( ) [ ] { } \" ? ; : , … ¶ ¦ ¤ ° ※ → ★ 、 。 ， （ ） ［1］ [1] ** -- ''"
        .codePoints()
        .mapToObj(Character::toString)
        .collect(Collectors.joining())
        .lines()
        .flatMap(line -> Stream.of(line.split(" ")));
  }

  static List<String> cases() throws IOException {
    try (InputStream in = CasesTest.class.getResourceAsStream("cases.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# ") && !line.isBlank())
          .toList();
    }
  }

  private static String cut(String text) {
    return TOKENIZER.tokenize(new Document("1", text)).stream()
        .map(Sentence::words)
        .map(words -> String.join(" ", words))
        .collect(Collectors.joining(" || "));
  }
}
