package org.relunet.training.data;

import java.util.List;
import java.util.regex.Pattern;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;

/**
 * The sentences of an annotated text.
 *
 * @param tokenizer of the model
 * @param pretokenized whether white space separates the texts' words
 */
public record UnitSentences(Tokenizer tokenizer, boolean pretokenized) {
  private static final Pattern WORD = Pattern.compile("\\S+");

  /** None for a text without a visible character. */
  public List<Sentence> of(Document document) {
    if (!pretokenized) {
      return tokenizer.tokenize(document);
    }
    List<CharacterSpan> words =
        WORD.matcher(document.text())
            .results()
            .map(match -> new CharacterSpan(match.start(), match.end()))
            .toList();
    return tokenizer.tokenize(document, words);
  }
}
