package org.relunet.tokenizer.opennlp;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells where a sentence ends or does not, whatever a model thinks: the model was trained on web
 * text, takes "A.C. Chievo Verona" for two sentences and "He saw Kiev. The city" for one.
 */
final class BoundaryRules {
  /** What often begins a sentence after "... in the U.S." */
  private static final Set<String> OPENERS =
      Set.of(
          "a",
          "according",
          "after",
          "all",
          "also",
          "although",
          "an",
          "and",
          "as",
          "at",
          "because",
          "before",
          "both",
          "but",
          "by",
          "during",
          "for",
          "from",
          "he",
          "her",
          "here",
          "his",
          "how",
          "however",
          "i",
          "if",
          "in",
          "it",
          "its",
          "many",
          "most",
          "my",
          "now",
          "on",
          "one",
          "our",
          "several",
          "she",
          "since",
          "some",
          "that",
          "the",
          "their",
          "then",
          "there",
          "these",
          "they",
          "this",
          "those",
          "to",
          "today",
          "we",
          "what",
          "when",
          "where",
          "while",
          "who",
          "why",
          "with",
          "yes",
          "you",
          "your");

  private static final String NO_BEGINNINGS = ",;:)]}%\u201D\u00BB";
  private static final int LONGEST_OPENER = 12;
  private static final int SHORTEST_WORD = 3;

  private final Abbreviations abbreviations;

  BoundaryRules(Abbreviations abbreviations) {
    this.abbreviations = abbreviations;
  }

  /**
   * Whether a sentence ends, empty where a model must decide.
   *
   * @param start where the characters before begin, white space excluded
   * @param end behind the mark that may end the sentence, such as a full stop
   * @param next where the next sentence would begin
   */
  Optional<Boolean> ends(String text, int start, int end, int next) {
    if (forbid(text, next)) {
      return Optional.of(false);
    }
    int first = text.codePointAt(next);
    boolean opens = opens(text, next);
    if (text.charAt(end - 1) != '.') {
      return opens ? Optional.of(true) : Optional.empty();
    }
    int word = Abbreviations.wordStart(text, start, end - 1);
    Optional<Abbreviations.Kind> kind = abbreviations.kind(text.substring(word, end));
    if (kind.isPresent()) {
      return switch (kind.get()) {
        case NAME, SMALL -> Optional.of(false);
        case NUMBER -> Character.isDigit(first) ? Optional.of(false) : Optional.empty();
        case MONTH, ANY -> Optional.of(opens);
        case COMPANY ->
            first == '(' ? Optional.of(false) : opens ? Optional.of(true) : Optional.empty();
      };
    }
    return opens && isWord(text, word, end - 1) ? Optional.of(true) : Optional.empty();
  }

  /** Whether no sentence begins at {@code next}, whatever stands before. */
  boolean forbid(String text, int next) {
    int first = text.codePointAt(next);
    return Character.isLowerCase(first)
        || NO_BEGINNINGS.indexOf(first) >= 0
        || onlyStops(text, next)
        || isCompany(text, next);
  }

  /** "Yahoo! Inc.", "Smith, Co. Ltd." */
  private boolean isCompany(String text, int next) {
    int at = next;
    while (at < text.length()
        && at - next < Abbreviations.LONGEST
        && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at > next
        && abbreviations
            .kind(text.substring(next, at) + ".")
            .filter(kind -> kind == Abbreviations.Kind.COMPANY)
            .isPresent();
  }

  private static boolean isWord(String text, int start, int end) {
    for (int at = start; at < end; at++) {
      if (!Character.isLetter(text.charAt(at))) {
        return false;
      }
    }
    return end - start >= SHORTEST_WORD && Character.isLowerCase(text.charAt(end - 1));
  }

  /** Whether a word that often begins a sentence stands there, with a capital. */
  private static boolean opens(String text, int next) {
    int start = next;
    if ("\"'(\u201C\u2018\u00AB".indexOf(text.charAt(next)) >= 0 && next + 1 < text.length()) {
      start++;
    }
    int at = start;
    while (at < text.length()
        && at - start <= LONGEST_OPENER
        && Character.isLetter(text.charAt(at))) {
      at++;
    }
    // "J. A. Smith": an initial
    boolean initial = at - start == 1 && at < text.length() && text.charAt(at) == '.';
    return at > start
        && !initial
        && Character.isUpperCase(text.charAt(start))
        && OPENERS.contains(text.substring(start, at).toLowerCase(Locale.ROOT));
  }

  /** "Wait . . ." */
  private static boolean onlyStops(String text, int next) {
    int at = next;
    while (at < text.length() && at - next < 8 && ".!?\u2026".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at > next && (at == text.length() || Characters.separates(text.charAt(at)));
  }
}
