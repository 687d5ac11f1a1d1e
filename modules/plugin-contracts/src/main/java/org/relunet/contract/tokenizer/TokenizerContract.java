package org.relunet.contract.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.plugin.TokenizerPlugin;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;
import org.relunet.contract.plugin.PluginContract;

/**
 * What every tokenizer plugin must do. A plugin's test extends this once for every set of settings
 * that changes how it splits.
 *
 * @param <C> the plugin's settings
 */
public abstract class TokenizerContract<C extends Record> extends PluginContract<C, Tokenizer> {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MEGABYTE = 1 << 20;

  protected TokenizerContract() {
    super(TokenizerPlugin.class, Tokenizer.class);
  }

  static List<String> difficultTexts() {
    return DifficultTexts.ALL;
  }

  static List<String> invisibleTexts() {
    return DifficultTexts.INVISIBLE;
  }

  static Stream<String> hugeTexts() {
    return Stream.of(
        "word ".repeat(MEGABYTE / 5),
        "word\n".repeat(MEGABYTE / 5),
        "x".repeat(MEGABYTE),
        "ab,c-d'e".repeat(MEGABYTE / 8),
        "\uD83D\uDE00".repeat(MEGABYTE / 4),
        "a\u0301".repeat(MEGABYTE / 3),
        " ".repeat(MEGABYTE));
  }

  @ParameterizedTest
  @MethodSource("difficultTexts")
  final void givesOffsetsOfTheOriginalText(String text) {
    for (Token token : tokens(tokenize(text))) {
      assertThat(token.text()).isEqualTo(text.substring(token.start(), token.end()));
    }
  }

  @ParameterizedTest
  @MethodSource("difficultTexts")
  final void putsEveryVisibleCharacterIntoAToken(String text) {
    assertThat(VisibleCharacters.outside(text, tokenize(text))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("difficultTexts")
  final void putsSomethingVisibleIntoEveryToken(String text) {
    assertThat(tokens(tokenize(text)))
        .allMatch(token -> token.text().codePoints().anyMatch(VisibleCharacters::isVisible));
  }

  @ParameterizedTest
  @MethodSource("difficultTexts")
  final void keepsSentencesInOrderAndApart(String text) {
    int reached = 0;
    for (Sentence sentence : tokenize(text)) {
      assertThat(sentence.span().start()).isGreaterThanOrEqualTo(reached);
      reached = sentence.span().end();
    }
    assertThat(reached).isLessThanOrEqualTo(text.length());
  }

  @ParameterizedTest
  @MethodSource("difficultTexts")
  final void neverCutsACharacterInTwo(String text) {
    for (Token token : tokens(tokenize(text))) {
      assertThat(isWithinCharacter(text, token.start())).as("start of %s", token).isFalse();
      assertThat(isWithinCharacter(text, token.end())).as("end of %s", token).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("difficultTexts")
  final void tagsEveryToken(String text) {
    assertThat(tokens(tokenize(text))).allMatch(token -> !token.tag().isBlank());
  }

  @ParameterizedTest
  @MethodSource("difficultTexts")
  final void givesTheSameEveryTime(String text) {
    List<Sentence> first = tokenize(text);
    tokenize(DifficultTexts.PLAIN);
    assertThat(tokenize(text)).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("invisibleTexts")
  final void givesNothingForADocumentWithoutAVisibleCharacter(String text) {
    assertThat(tokenize(text)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("hugeTexts")
  final void takesAMegabyteWithoutAFullStopInBoundedTime(String text) {
    List<Sentence> sentences = Assertions.assertTimeoutPreemptively(LONGEST, () -> tokenize(text));
    assertThat(VisibleCharacters.outside(text, sentences)).isEmpty();
  }

  @Test
  final void splitsOnManyThreadsAsOnOne() {
    List<String> texts =
        IntStream.range(0, 300)
            .mapToObj(i -> "Number " + i + ". " + DifficultTexts.ALL.get(i % 11) + " Word" + i)
            .toList();
    List<List<Sentence>> parallel = texts.parallelStream().map(this::tokenize).toList();
    for (int i = 0; i < texts.size(); i++) {
      assertThat(parallel.get(i)).isEqualTo(tokenize(texts.get(i)));
    }
  }

  @ParameterizedTest
  @MethodSource("difficultTexts")
  final void keepsAndTagsWordsThatAreKnownAlready(String text) {
    Document document = new Document("contract", text);
    List<Token> found = tokens(tokenize(text));
    List<CharacterSpan> words = found.stream().map(Token::span).toList();

    List<Token> tagged = tokens(bound().tokenize(document, words));

    assertThat(tagged).extracting(Token::span).isEqualTo(words);
    assertThat(tagged).extracting(Token::text).isEqualTo(found.stream().map(Token::text).toList());
    assertThat(tagged).allMatch(token -> !token.tag().isBlank());
  }

  @Test
  final void keepsWordsTogetherThatAreKnownAlready() {
    String text = "A.F.C . Blackpool isn't (new) .";
    List<CharacterSpan> words = new ArrayList<>();
    int at = 0;
    for (String word : text.split(" ")) {
      words.add(new CharacterSpan(at, at + word.length()));
      at += word.length() + 1;
    }
    assertThat(tokens(bound().tokenize(new Document("contract", text), words)))
        .extracting(Token::text)
        .containsExactly(text.split(" "));
  }

  @Test
  final void givesNoSentenceForNoWords() {
    assertThat(bound().tokenize(new Document("contract", "text"), List.of())).isEmpty();
  }

  private List<Sentence> tokenize(String text) {
    return bound().tokenize(new Document("contract", text));
  }

  private static List<Token> tokens(List<Sentence> sentences) {
    List<Token> tokens = new ArrayList<>();
    sentences.forEach(sentence -> tokens.addAll(sentence.tokens()));
    return tokens;
  }

  /** Within a surrogate pair, or between a letter and its combining mark. */
  private static boolean isWithinCharacter(String text, int at) {
    if (at == 0 || at == text.length()) {
      return false;
    }
    boolean pair =
        Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at));
    int next = Character.getType(text.codePointAt(at));
    return pair
        || (next == Character.NON_SPACING_MARK || next == Character.ENCLOSING_MARK)
            && VisibleCharacters.isVisible(text.codePointBefore(at));
  }
}
