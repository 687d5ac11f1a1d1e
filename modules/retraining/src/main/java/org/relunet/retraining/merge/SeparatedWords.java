package org.relunet.retraining.merge;

import java.util.ArrayList;
import java.util.List;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;
import org.relunet.corpus.AnnotatedEntity;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.Entity;
import org.relunet.corpus.LocatedEntity;

/**
 * Writes a raw text as data sets do whose words are separated already: each word that the tokenizer
 * finds, a blank, the next one. So both are read in one way.
 *
 * @param tokenizer of the model
 */
public record SeparatedWords(Tokenizer tokenizer) {
  /** The text with its places moved along; a place inside a word stays inside it. */
  public AnnotatedText of(AnnotatedText raw) {
    List<Token> tokens = new ArrayList<>();
    for (Sentence sentence : tokenizer.tokenize(new Document(raw.id(), raw.text()))) {
      tokens.addAll(sentence.tokens());
    }
    StringBuilder text = new StringBuilder();
    int[] starts = new int[tokens.size()];
    for (int i = 0; i < starts.length; i++) {
      text.append(i == 0 ? "" : " ");
      starts[i] = text.length();
      text.append(raw.text(), tokens.get(i).start(), tokens.get(i).end());
    }
    Places places = new Places(tokens, starts, raw.text().length(), text.length());
    return new AnnotatedText(
        raw.id(),
        text.toString(),
        raw.triples().stream()
            .map(
                triple ->
                    new AnnotatedTriple(
                        moved(triple.subject(), places, text),
                        triple.relation(),
                        moved(triple.object(), places, text)))
            .toList(),
        raw.entities()
            .map(
                all ->
                    all.stream()
                        .map(entity -> new AnnotatedEntity(places.of(entity.span()), entity.type()))
                        .toList()),
        raw.annotated(),
        raw.notInText());
  }

  private static Entity moved(Entity entity, Places places, CharSequence text) {
    if (!(entity instanceof LocatedEntity located)) {
      return entity;
    }
    CharacterSpan span = places.of(located.span());
    return span.end() <= text.length() && span.start() < span.end()
        ? new LocatedEntity(text.subSequence(span.start(), span.end()).toString(), span)
        : new LocatedEntity(entity.text(), span);
  }

  /**
   * Where the old text's characters stand in the new one.
   *
   * @param starts of the words in the new text
   * @param oldLength of the old text
   * @param newLength of the new text
   */
  private record Places(List<Token> tokens, int[] starts, int oldLength, int newLength) {
    CharacterSpan of(CharacterSpan old) {
      if (old.end() > oldLength) {
        return new CharacterSpan(
            newLength + Math.max(0, old.start() - oldLength), newLength + old.end() - oldLength);
      }
      int start = start(old.start());
      return new CharacterSpan(start, Math.max(start, end(old.end())));
    }

    private int start(int old) {
      for (int i = 0; i < starts.length; i++) {
        if (old < tokens.get(i).end()) {
          return starts[i] + Math.max(0, old - tokens.get(i).start());
        }
      }
      return newLength;
    }

    private int end(int old) {
      for (int i = starts.length - 1; i >= 0; i--) {
        Token token = tokens.get(i);
        if (old > token.start()) {
          return starts[i] + Math.min(old, token.end()) - token.start();
        }
      }
      return 0;
    }
  }
}
