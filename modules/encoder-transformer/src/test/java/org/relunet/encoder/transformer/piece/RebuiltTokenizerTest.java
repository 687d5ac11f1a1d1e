package org.relunet.encoder.transformer.piece;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rebuilt definition cuts as the file itself does. */
final class RebuiltTokenizerTest {
  private static final String[] WORDS = {
    "Alan",
    "Bean",
    "unhappily",
    "born-in",
    "e\u0301te\u0301",
    "\u6771\u4EAC",
    "\uD83D\uDE00",
    "[MASK]",
    "<mask>",
    "</s>",
    "it's",
    "don't",
    "1969",
    "3.14",
    "U.S.A.",
    "naïve",
    "ÀÉÎÕÜ",
    "ß",
    "https://example.org/a?b=c",
    "x@y.org",
    "\u200b",
    "a\u00a0b",
    "...",
    "#",
    "\u05E9\u05DC\u05D5",
    "\u0e44\u0e17\u0e22",
    "ﬁ",
    "①",
    "İstanbul",
    "ΣΑΣ"
  };

  private static byte[] resource(String name) throws IOException {
    try (InputStream content = RebuiltTokenizerTest.class.getResourceAsStream(name)) {
      return content.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tiny-bert/tokenizer.json",
        "/tiny-roberta/tokenizer.json",
        "/bge-small-en-v1.5-tokenizer.json"
      })
  void cutsTextsIntoTheSamePieces(String name) throws IOException {
    TokenizerDefinition definition =
        TokenizerDefinition.read(name, new ByteArrayInputStream(resource(name)));
    PieceTokenizer rebuilt = new PieceTokenizer(definition);
    Random random = new Random(7);
    try (HuggingFaceTokenizer file =
        HuggingFaceTokenizer.newInstance(
            new ByteArrayInputStream(definition.toBytes()),
            Map.of("truncation", "false", "padding", "false"))) {
      for (int text = 0; text < 2_000; text++) {
        List<String> words = words(random);
        Encoding expected = file.encode(words.toArray(String[]::new), true, false);
        assertThat(rebuilt.pieces(words).ids())
            .as("%s", words)
            .isEqualTo(Arrays.stream(expected.getIds()).mapToInt(Math::toIntExact).toArray());
      }
    }
  }

  /** Some of the words, some random ones of letters, and some of any characters. */
  private static List<String> words(Random random) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      switch (random.nextInt(3)) {
        case 0 -> words.add(WORDS[random.nextInt(WORDS.length)]);
        case 1 ->
            words.add(
                random
                    .ints(1 + random.nextInt(12), 'a', 'z' + 1)
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        default ->
            words.add(
                random
                    .ints(1 + random.nextInt(4), 0x21, 0x3000)
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
      }
    }
    return words;
  }
}
