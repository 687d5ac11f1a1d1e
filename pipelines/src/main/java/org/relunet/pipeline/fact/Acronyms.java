package org.relunet.pipeline.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relunet.pipeline.name.Name;

/**
 * Acronyms that a text explains: in brackets behind the name whose capitalised words begin with
 * their letters, as "World Health Organization (WHO)". One that is explained in two ways is none.
 */
final class Acronyms {
  private static final Pattern IN_BRACKETS = Pattern.compile("\\(([\\p{Lu}\\p{N}]{2,10})\\)");
  private static final Pattern BREAK = Pattern.compile("[.,;:!?()\\[\\]\"“”]");
  private static final Set<String> SMALL =
      Set.of("of", "the", "and", "for", "in", "on", "to", "de");

  private static final int MOST_WORDS = 20;

  /** Full names by acronym; empty for an acronym of two. */
  private final Map<String, String> names = new HashMap<>();

  Acronyms(String text, List<Word> words) {
    Matcher matcher = IN_BRACKETS.matcher(text);
    int next = 0;
    while (matcher.find()) {
      while (next < words.size() && words.get(next).start() < matcher.start()) {
        next++;
      }
      String acronym = matcher.group(1);
      full(acronym, text, matcher.start(), words, next)
          .ifPresent(
              name -> names.merge(acronym, name, (one, other) -> one.equals(other) ? one : ""));
    }
  }

  /** The full name of an acronym; empty where the text explains none. */
  Optional<String> name(String acronym) {
    return Optional.ofNullable(names.get(acronym)).filter(name -> !name.isEmpty());
  }

  private static Optional<String> full(
      String acronym, String text, int bracket, List<Word> words, int end) {
    StringBuilder initials = new StringBuilder();
    int least = Math.max(0, end - MOST_WORDS);
    for (int i = end - 1; i >= least && initials.length() < acronym.length(); i--) {
      Word word = words.get(i);
      if (word.isCapitalised()) {
        initials.insert(0, Character.toString(word.text().codePointAt(0)));
        if (initials.toString().equals(acronym)) {
          String name = text.substring(word.start(), bracket);
          return BREAK.matcher(name).find() ? Optional.empty() : Optional.of(Name.of(name));
        }
      } else if (!SMALL.contains(word.text())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
