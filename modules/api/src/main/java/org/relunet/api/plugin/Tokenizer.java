package org.relunet.api.plugin;

import java.util.List;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;

/** Splits documents into sentences of tagged tokens. Thread-safe. */
public interface Tokenizer {
  /**
   * The document's sentences in order; none for a document without a visible character. Every
   * visible character belongs to a token, offsets are those of the original text, and a sentence
   * may be of any length.
   */
  List<Sentence> tokenize(Document document);

  /**
   * The sentences of words that are known already, with their tags: for text that was tokenized
   * before, as many data sets are. Each word is in one sentence; none for no words.
   *
   * @param words in order, without overlap
   */
  List<Sentence> tokenize(Document document, List<CharacterSpan> words);

  /** Of the models that it reads; the same for the same models, every time. */
  default ModelHashes models() {
    return ModelHashes.NONE;
  }
}
