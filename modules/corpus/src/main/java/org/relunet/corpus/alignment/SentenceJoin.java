package org.relunet.corpus.alignment;

import java.util.List;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

/** Makes one sentence of several that follow each other in a text. */
public final class SentenceJoin {
  private SentenceJoin() {}

  /**
   * @param sentences at least one, in the order of the text
   */
  public static Sentence join(List<Sentence> sentences) {
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("there is no sentence to join");
    }
    List<Token> tokens = sentences.stream().flatMap(s -> s.tokens().stream()).toList();
    int start = sentences.get(0).span().start();
    int end = sentences.get(sentences.size() - 1).span().end();
    return new Sentence(new CharacterSpan(start, end), tokens);
  }
}
