package org.relunet.contract.tokenizer;

import java.util.ArrayList;
import java.util.List;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

/** A tokenizer that keeps the contract: what invisible characters separate is a word. */
class SpaceTokenizer implements Tokenizer {
  @Override
  public List<Sentence> tokenize(Document document) {
    String text = document.text();
    List<CharacterSpan> words = new ArrayList<>();
    int start = -1;
    for (int at = 0; at <= text.length(); at++) {
      boolean visible = at < text.length() && VisibleCharacters.isVisible(text.charAt(at));
      if (visible && start < 0) {
        start = at;
      } else if (!visible && start >= 0) {
        words.add(new CharacterSpan(start, at));
        start = -1;
      }
    }
    return tokenize(document, words);
  }

  @Override
  public List<Sentence> tokenize(Document document, List<CharacterSpan> words) {
    if (words.isEmpty()) {
      return List.of();
    }
    List<Token> tokens = new ArrayList<>();
    for (CharacterSpan word : words) {
      String form = document.text().substring(word.start(), word.end());
      tokens.add(new Token(form, word, tagOf(form)));
    }
    int end = words.get(words.size() - 1).end();
    return List.of(new Sentence(new CharacterSpan(words.get(0).start(), end), tokens));
  }

  String tagOf(String form) {
    return form.length() > 3 ? "NOUN" : "DET";
  }
}
