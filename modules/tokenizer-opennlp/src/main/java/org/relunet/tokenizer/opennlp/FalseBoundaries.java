package org.relunet.tokenizer.opennlp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells where a sentence model is wrong to begin a sentence: the model was trained on web text and
 * takes "A.C. Chievo Verona" for two sentences.
 */
final class FalseBoundaries {
  private static final Pattern SINGLE_LETTERS = Pattern.compile("(\\p{L}\\.)+");

  /** What often begins a sentence after "... in the U.S." */
  private static final Set<String> OPENERS =
      Set.of(
          "a", "after", "an", "and", "as", "at", "both", "but", "during", "for", "he", "her", "his",
          "however", "i", "if", "in", "it", "its", "one", "she", "some", "that", "the", "their",
          "there", "these", "they", "this", "those", "we", "when", "while", "you");

  private final Set<String> abbreviations;

  FalseBoundaries() {
    try (InputStream bytes = FalseBoundaries.class.getResourceAsStream("abbreviations.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      abbreviations =
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list of abbreviations", e);
    }
  }

  /**
   * Whether no sentence begins at {@code next}.
   *
   * @param end where the characters before end, white space excluded
   * @param next where the model has the next sentence begin
   */
  boolean contains(String text, int start, int end, int next) {
    int first = text.codePointAt(next);
    if (Character.isLowerCase(first) || ",;:)]}%".indexOf(first) >= 0) {
      return true;
    }
    String before = text.substring(chunkStart(text, start, end), end);
    if (before.endsWith(",") || before.endsWith(";") || before.endsWith(":")) {
      return true;
    }
    if (abbreviations.contains(before.toLowerCase(Locale.ROOT))) {
      return true;
    }
    return SINGLE_LETTERS.matcher(before).matches()
        && !before.equals("I.")
        && !OPENERS.contains(wordAt(text, next));
  }

  private static int chunkStart(String text, int start, int end) {
    int at = end;
    while (at > start && !Characters.separates(text.charAt(at - 1)) && text.charAt(at - 1) != '(') {
      at--;
    }
    return at;
  }

  private static String wordAt(String text, int start) {
    int at = start;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at).toLowerCase(Locale.ROOT);
  }
}
