package org.relunet.corpus.conversion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.relunet.api.text.CharacterSpan;
import org.relunet.corpus.AnnotatedEntity;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.Entity;
import org.relunet.corpus.LocatedEntity;
import org.relunet.corpus.NamedEntity;

/** How much of its entities a text names. */
public enum EntityForm {
  /** All that the file has. */
  WHOLE {
    @Override
    public AnnotatedText of(AnnotatedText text) {
      return text;
    }
  },

  /**
   * The last word alone, that is the last stretch between white space: the form of WebNLG* and
   * NYT*. Entities that end in the same word become one, with the type of the first.
   */
  LAST_WORD {
    @Override
    public AnnotatedText of(AnnotatedText text) {
      List<AnnotatedTriple> triples =
          text.triples().stream()
              .map(
                  triple ->
                      new AnnotatedTriple(
                          last(text, triple.subject()),
                          triple.relation(),
                          last(text, triple.object())))
              .toList();
      return new AnnotatedText(
          text.id(),
          text.text(),
          triples,
          text.entities().map(entities -> last(text, entities)),
          text.annotated(),
          text.notInText());
    }
  };

  /**
   * The text with its entities in this form.
   *
   * @throws CorpusException if an entity's offsets name other characters
   */
  public abstract AnnotatedText of(AnnotatedText text);

  /** The name on the command line: {@code last-word}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Entity last(AnnotatedText text, Entity entity) {
    if (entity instanceof LocatedEntity located) {
      CharacterSpan span = located.span();
      if (span.end() > text.text().length()
          || !text.text().substring(span.start(), span.end()).equals(entity.text())) {
        throw new CorpusException(
            "text '%s': the offsets of '%s' name other characters; relunet data check tells which unit they count"
                .formatted(text.id(), entity.text()));
      }
      CharacterSpan word = last(text.text(), span);
      return new LocatedEntity(text.text().substring(word.start(), word.end()), word);
    }
    CharacterSpan word = last(entity.text(), new CharacterSpan(0, entity.text().length()));
    return new NamedEntity(entity.text().substring(word.start(), word.end()));
  }

  private static List<AnnotatedEntity> last(AnnotatedText text, List<AnnotatedEntity> entities) {
    Map<CharacterSpan, AnnotatedEntity> words = new LinkedHashMap<>();
    for (AnnotatedEntity entity : entities) {
      CharacterSpan word = last(text.text(), entity.span());
      words.putIfAbsent(word, new AnnotatedEntity(word, entity.type()));
    }
    return List.copyOf(words.values());
  }

  /** The last word of a span; the span itself where it has none. */
  private static CharacterSpan last(String text, CharacterSpan span) {
    int end = span.end();
    while (end > span.start() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > span.start() && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return start == end ? span : new CharacterSpan(start, end);
  }
}
