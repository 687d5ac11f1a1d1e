package org.relunet.parser.malt;

import java.util.ArrayList;
import java.util.List;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

/** Sentences of words, or of words with tags ("flew/VERB"). */
final class Sentences {
  private Sentences() {}

  static Sentence of(String... words) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    for (String word : words) {
      int slash = word.indexOf('/');
      String form = slash < 0 ? word : word.substring(0, slash);
      String tag = slash < 0 ? Token.NO_TAG : word.substring(slash + 1);
      tokens.add(new Token(form, new CharacterSpan(at, at + form.length()), tag));
      at += form.length() + 1;
    }
    return new Sentence(new CharacterSpan(0, at - 1), tokens);
  }
}
