package org.relunet.tokenizer.opennlp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that bring a full stop of their own. */
final class Abbreviations {
  /** What an abbreviation says of a sentence's end behind it. */
  enum Kind {
    /** A name follows: no sentence ends here. */
    NAME,
    /** As {@link #NAME}, but only in small letters: "CA" is something else than "ca.". */
    SMALL,
    /** An abbreviation only where a number follows. */
    NUMBER,
    /** As {@link #ANY} where it begins with a capital, and no abbreviation where it does not. */
    MONTH,
    /** A sentence ends here only before a word that opens one. */
    ANY,
    /** As {@link #ANY}, but the model decides before other words. */
    COMPANY
  }

  /** None is longer, which bounds what has to be looked at. */
  static final int LONGEST = 16;

  private static final Pattern SINGLE_LETTERS = Pattern.compile("(\\p{L}\\p{M}*+\\.)++");

  private final Map<String, Kind> kinds;

  Abbreviations() {
    try (InputStream bytes = Abbreviations.class.getResourceAsStream("abbreviations.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      kinds =
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split(" "))
              .collect(
                  Collectors.toUnmodifiableMap(
                      line -> line[0], line -> Kind.valueOf(line[1].toUpperCase(Locale.ROOT))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list of abbreviations", e);
    }
  }

  /**
   * The kind of a word that ends with a full stop.
   *
   * @param word with its full stop, as it is written
   */
  Optional<Kind> kind(String word) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    Kind listed = kinds.get(word.toLowerCase(Locale.ROOT));
    if (listed == null) {
      return letters(word);
    }
    boolean capital = Character.isUpperCase(word.codePointAt(0));
    boolean written =
        switch (listed) {
          case MONTH -> capital;
          case SMALL -> !capital;
          // "Ms.", but "MS" is a state
          case NAME -> !(capital && word.length() > 2 && Character.isUpperCase(word.charAt(1)));
          case NUMBER, ANY, COMPANY -> true;
        };
    return written ? Optional.of(listed) : Optional.empty();
  }

  /**
   * Where the word begins whose full stop stands at {@code stop}; not further away than an
   * abbreviation is long.
   */
  static int wordStart(String text, int start, int stop) {
    int least = Math.max(start, stop - LONGEST - 1);
    int at = stop;
    while (at > least
        && (Character.isLetterOrDigit(text.charAt(at - 1))
            || ".-'\u2019".indexOf(text.charAt(at - 1)) >= 0)) {
      at--;
    }
    return at;
  }

  /** Whether the full stop remains part of the word where the word ends a sentence. */
  boolean keepsItsStop(String word) {
    return kind(word).filter(kind -> kind != Kind.NUMBER).isPresent();
  }

  /** "F.", "U.S.", "b. 1950", but not the pronoun "I". */
  private static Optional<Kind> letters(String word) {
    if (word.equals("I.") || !SINGLE_LETTERS.matcher(word).matches()) {
      return Optional.empty();
    }
    boolean small = word.length() == 2 && !Character.isUpperCase(word.charAt(0));
    return Optional.of(small ? Kind.NUMBER : Kind.ANY);
  }
}
