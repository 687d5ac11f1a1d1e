package org.relunet.corpus.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

/** Small tokenizers for tests. */
public final class Words {
  private Words() {}

  /** Words are what white space separates; a word that is a full stop ends a sentence. */
  public static List<Sentence> spaced(String text) {
    return matching(text, "\\S+");
  }

  /** Words are stretches of letters and digits, and other visible characters one by one. */
  public static List<Sentence> fine(String text) {
    return matching(text, "[\\p{L}\\p{M}\\p{N}]+|[^\\s\\p{L}\\p{M}\\p{N}]");
  }

  private static List<Sentence> matching(String text, String word) {
    List<Sentence> sentences = new ArrayList<>();
    List<Token> tokens = new ArrayList<>();
    Matcher words = Pattern.compile(word).matcher(text);
    while (words.find()) {
      tokens.add(
          new Token(words.group(), new CharacterSpan(words.start(), words.end()), Token.NO_TAG));
      if (words.group().equals(".")) {
        sentences.add(sentence(tokens));
        tokens.clear();
      }
    }
    if (!tokens.isEmpty()) {
      sentences.add(sentence(tokens));
    }
    return sentences;
  }

  private static Sentence sentence(List<Token> tokens) {
    return new Sentence(
        new CharacterSpan(tokens.get(0).start(), tokens.get(tokens.size() - 1).end()), tokens);
  }
}
