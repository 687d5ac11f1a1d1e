package org.relunet.contract.parser;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

/**
 * The sentences that {@link ParserContract} has parsed. They are open to the tests of parsers that
 * know trees beforehand.
 */
public final class ContractSentences {
  static final Sentence PLAIN =
      of(
          new String[] {"Alan", "Bean", "was", "born", "in", "Texas", "."},
          new String[] {"PROPN", "PROPN", "AUX", "VERB", "ADP", "PROPN", "PUNCT"});

  static final Sentence UNTAGGED = untagged("Alan", "Bean", "was", "born", "in", "Texas", ".");

  static final Sentence ONE_WORD = of(new String[] {"Stop"}, new String[] {"VERB"});

  /** What breaks formats whose columns are separated by tabs and whose sentences by blank lines. */
  static final Sentence WEIRD =
      untagged(
          "_",
          "a\tb",
          "a\nb",
          "\r\n",
          " ",
          "\u00A0",
          "\u2028",
          "#",
          "# text = x",
          "1-2",
          "1.1",
          "\uD83D\uDE00",
          "e\u0301",
          "\u05E9\u05DC\u05D5\u05DD",
          "\u0000",
          "\uD83D",
          "~",
          "#null#",
          "#rootnode#",
          "-",
          "<",
          "&",
          "\"",
          "\\",
          "w".repeat(5000));

  /** Tags outside the universal ones, and some that break formats. */
  static final Sentence WEIRD_TAGS =
      of(new String[] {"Alan", "Bean", "was", "born"}, new String[] {"NNP", "a\tb", "", "\n"});

  static final Sentence LONG =
      of(
          Collections.nCopies(430, List.of(words(PLAIN))).stream()
              .flatMap(List::stream)
              .limit(3000)
              .toArray(String[]::new),
          Collections.nCopies(430, List.of(tags(PLAIN))).stream()
              .flatMap(List::stream)
              .limit(3000)
              .toArray(String[]::new));

  private ContractSentences() {}

  /** All of them. */
  public static List<Sentence> all() {
    return List.of(PLAIN, UNTAGGED, ONE_WORD, WEIRD, WEIRD_TAGS, LONG);
  }

  static Sentence of(String[] words, String[] tags) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < words.length; i++) {
      int end = at + words[i].length();
      tokens.add(new Token(words[i], new CharacterSpan(at, end), tags[i]));
      at = end + 1;
    }
    return new Sentence(new CharacterSpan(0, at - 1), tokens);
  }

  private static Sentence untagged(String... words) {
    return of(words, Collections.nCopies(words.length, Token.NO_TAG).toArray(String[]::new));
  }

  private static String[] words(Sentence sentence) {
    return sentence.words().toArray(String[]::new);
  }

  private static String[] tags(Sentence sentence) {
    return sentence.tokens().stream().map(Token::tag).toArray(String[]::new);
  }
}
