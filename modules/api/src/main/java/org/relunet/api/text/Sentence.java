package org.relunet.api.text;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A sentence: N tokens in the order of the text.
 *
 * @param span where the sentence stands in the document
 * @param tokens its words, at least one, in order, without overlap, all inside {@code span}
 */
public record Sentence(CharacterSpan span, List<Token> tokens) {
  public Sentence {
    requireNonNull(span, "span");
    tokens = List.copyOf(tokens);
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("a sentence needs at least one token");
    }
    int reached = span.start();
    for (Token token : tokens) {
      if (token.start() < reached || token.end() > span.end()) {
        throw new IllegalArgumentException(
            "token " + token + " is out of order or outside its sentence " + span);
      }
      reached = token.end();
    }
  }

  /** N. */
  public int size() {
    return tokens.size();
  }

  /** The words' texts, in order. */
  public List<String> words() {
    return tokens.stream().map(Token::text).toList();
  }

  /** The characters from the span's first word to its last. */
  public CharacterSpan characters(TokenSpan words) {
    return new CharacterSpan(tokens.get(words.first()).start(), tokens.get(words.last()).end());
  }

  /** The sentence made of the given words of this one, at their old places in the document. */
  public Sentence window(TokenSpan words) {
    return new Sentence(characters(words), tokens.subList(words.first(), words.last() + 1));
  }

  /**
   * The same sentence, its characters counted from one that stands {@code offset} units earlier.
   */
  public Sentence shift(int offset) {
    return offset == 0
        ? this
        : new Sentence(
            span.shift(offset), tokens.stream().map(token -> token.shift(offset)).toList());
  }

  /**
   * One sentence of several that follow each other in a document.
   *
   * @param sentences at least one, in the order of the text
   */
  public static Sentence join(List<Sentence> sentences) {
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("there is no sentence to join");
    }
    if (sentences.size() == 1) {
      return sentences.get(0);
    }
    int start = sentences.get(0).span().start();
    int end = sentences.get(sentences.size() - 1).span().end();
    return new Sentence(
        new CharacterSpan(start, end),
        sentences.stream().flatMap(sentence -> sentence.tokens().stream()).toList());
  }
}
