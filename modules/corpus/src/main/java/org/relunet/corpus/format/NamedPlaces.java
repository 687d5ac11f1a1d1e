package org.relunet.corpus.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relunet.api.text.CharacterSpan;

/**
 * Where a name stands in a text. White space within it may be any. Places between white space count
 * alone, if there are any; else those between other characters than letters and digits; else all,
 * which alignment with the words will then reject as parts of words.
 */
final class NamedPlaces {
  private NamedPlaces() {}

  /** In the order of the text. */
  static List<CharacterSpan> in(String text, String name) {
    List<CharacterSpan> all = new ArrayList<>();
    Matcher matcher =
        Pattern.compile(
                String.join("\\s+", Arrays.stream(name.split("\\s+")).map(Pattern::quote).toList()))
            .matcher(text);
    for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
      all.add(new CharacterSpan(matcher.start(), matcher.end()));
    }
    List<CharacterSpan> apart = between(text, all, c -> !Character.isWhitespace(c));
    if (!apart.isEmpty()) {
      return apart;
    }
    List<CharacterSpan> words = between(text, all, Character::isLetterOrDigit);
    return words.isEmpty() ? all : words;
  }

  private static List<CharacterSpan> between(
      String text, List<CharacterSpan> places, IntPredicate glued) {
    return places.stream()
        .filter(
            place ->
                (place.start() == 0 || !glued.test(text.codePointBefore(place.start())))
                    && (place.end() == text.length() || !glued.test(text.codePointAt(place.end()))))
        .toList();
  }
}
