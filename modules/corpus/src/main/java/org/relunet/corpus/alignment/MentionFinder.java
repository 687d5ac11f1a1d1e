package org.relunet.corpus.alignment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Token;
import org.relunet.api.text.TokenSpan;
import org.relunet.common.messages.Excerpt;
import org.relunet.corpus.Entity;
import org.relunet.corpus.LocatedEntity;
import org.relunet.corpus.NamedEntity;

/**
 * Finds an entity among a text's words.
 *
 * <p>Only visible characters are compared, and a mention must begin where a word begins and end
 * where a word ends: so {@code "U.S."} is found whether the tokenizer made one word of it or four,
 * and {@code "Bean"} is not found in {@code "Beans"}. A full stop that belongs to a word may be
 * absent from its entity: {@code "Acme Inc"} is found in {@code "Acme Inc."}, unless it also stands
 * somewhere without the full stop. Where some mentions have the entity's own spacing, only those
 * count.
 */
final class MentionFinder {
  private final String text;
  private final SpacedCharacters visible;
  private final int[] visibleOf;
  private final Map<Integer, Integer> wordStarts = new HashMap<>();
  private final Map<Integer, Integer> wordEnds = new HashMap<>();

  /** Where words end but for their full stop. */
  private final Map<Integer, Integer> abbreviationEnds = new HashMap<>();

  /**
   * @param text the whole text
   * @param words its words, in order
   * @param separatedStops whether a full stop at a word's end is always part of its entity
   */
  MentionFinder(String text, List<Token> words, boolean separatedStops) {
    this.text = text;
    // visibleOf[i]: visible characters before position i
    visibleOf = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      visibleOf[i + 1] = visibleOf[i] + (SpacedCharacters.isVisible(text.charAt(i)) ? 1 : 0);
    }
    visible = new SpacedCharacters(text);
    for (int word = 0; word < words.size(); word++) {
      wordStarts.put(visibleOf[words.get(word).start()], word);
      wordEnds.put(visibleOf[words.get(word).end()], word);
      String last = words.get(word).text();
      int stop = last.length() - FinalFullStop.without(last).length();
      if (stop > 0 && !separatedStops) {
        abbreviationEnds.put(visibleOf[words.get(word).end() - stop], word);
      }
    }
  }

  Mentions find(Entity entity) {
    if (entity.text().chars().noneMatch(c -> SpacedCharacters.isVisible((char) c))) {
      return new Mentions.Missing(DropReason.ENTITY_NOT_IN_TEXT, "an entity without characters");
    }
    if (entity instanceof LocatedEntity located) {
      return at(located);
    }
    return anywhere((NamedEntity) entity);
  }

  private Mentions at(LocatedEntity entity) {
    CharacterSpan span = entity.span();
    String there =
        span.end() <= text.length() ? text.substring(span.start(), span.end()) : "(beyond the end)";
    if (!spaced(there).equals(spaced(entity.text()))) {
      return new Mentions.Missing(
          DropReason.OFFSETS_DO_NOT_MATCH,
          "'"
              + Excerpt.of(entity.text())
              + "' should stand where '"
              + Excerpt.of(there)
              + "' stands");
    }
    return at(span)
        .<Mentions>map(words -> new Mentions.Found(List.of(words)))
        .orElseGet(() -> insideWord(entity));
  }

  /** The words of a span within the text; empty where it begins or ends inside a word. */
  Optional<TokenSpan> at(CharacterSpan span) {
    int start = visibleOf[span.start()];
    int end = visibleOf[span.end()];
    return words(start, end, wordEnds).or(() -> words(start, end, abbreviationEnds));
  }

  private Optional<TokenSpan> words(int start, int end, Map<Integer, Integer> ends) {
    Integer first = wordStarts.get(start);
    Integer last = ends.get(end);
    return first == null || last == null || last < first
        ? Optional.empty()
        : Optional.of(new TokenSpan(first, last));
  }

  private Mentions anywhere(NamedEntity entity) {
    SpacedCharacters wanted = new SpacedCharacters(entity.text());
    int[] places = visible.places(wanted);
    if (places.length == 0) {
      return new Mentions.Missing(
          DropReason.ENTITY_NOT_IN_TEXT, "'" + Excerpt.of(entity.text()) + "'");
    }
    for (Map<Integer, Integer> ends : List.of(wordEnds, abbreviationEnds)) {
      List<TokenSpan> all = new ArrayList<>();
      List<TokenSpan> same = new ArrayList<>();
      BitSet sameSpacing = visible.placesOfSameSpacing(wanted);
      for (int at : places) {
        Optional<TokenSpan> span = words(at, at + wanted.length(), ends);
        span.ifPresent(all::add);
        span.filter(found -> sameSpacing.get(at)).ifPresent(same::add);
      }
      if (!all.isEmpty()) {
        return new Mentions.Found(same.isEmpty() ? all : same);
      }
    }
    return insideWord(entity);
  }

  private static Mentions insideWord(Entity entity) {
    return new Mentions.Missing(
        DropReason.ENTITY_INSIDE_WORD, "'" + Excerpt.of(entity.text()) + "'");
  }

  /** The same characters with one blank for every stretch of white space between them. */
  private static String spaced(String characters) {
    StringBuilder result = new StringBuilder(characters.length());
    boolean gap = false;
    for (int i = 0; i < characters.length(); i++) {
      if (!SpacedCharacters.isVisible(characters.charAt(i))) {
        gap = result.length() > 0;
        continue;
      }
      if (gap) {
        result.append(' ');
        gap = false;
      }
      result.append(characters.charAt(i));
    }
    return result.toString();
  }
}
