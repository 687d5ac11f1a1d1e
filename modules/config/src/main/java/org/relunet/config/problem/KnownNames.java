package org.relunet.config.problem;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The names that something may have, and what to say of one that is not among them.
 *
 * @param noun what is named: "key", "parser"
 * @param names the names, in the order in which to list them
 */
public record KnownNames(String noun, Collection<String> names) {
  /** Longer lists hide the message that they are to explain. */
  private static final int LONGEST_LIST = 12;

  /** Fewer letters begin too many names. */
  private static final int SHORTEST_PREFIX = 3;

  public KnownNames {
    names = List.copyOf(names);
  }

  /** {@code unknown parser 'mlat'; available: conllu, malt. Did you mean 'malt'?} */
  public String unknown(String name) {
    StringBuilder text = new StringBuilder("unknown " + noun + " '" + name + "'");
    if (names.isEmpty()) {
      text.append("; none is available");
    } else if (names.size() <= LONGEST_LIST) {
      text.append("; available: ").append(String.join(", ", names));
    }
    closest(name).ifPresent(known -> text.append(". Did you mean '" + known + "'?"));
    return text.toString();
  }

  /**
   * The known name that was probably meant: the one with the fewest typing errors, at most one in
   * three letters, or else the only one that begins like this. Upper case, dashes and underscores
   * are no errors.
   */
  public Optional<String> closest(String name) {
    String typed = normalised(name);
    int most = Math.max(1, typed.length() / 3);
    Optional<String> best =
        names.stream()
            .filter(known -> distance(typed, known) <= most)
            .filter(known -> distance(typed, known) < normalised(known).length())
            .min(
                comparingInt((String known) -> distance(typed, known))
                    .thenComparing(startsUnlike(typed)));
    return best.isPresent() ? best : onlyOneThatBeginsWith(typed);
  }

  private static int distance(String typed, String known) {
    return EditDistance.between(typed, normalised(known));
  }

  /** The first letter is seldom the wrong one: decides between names at the same distance. */
  private static Comparator<String> startsUnlike(String typed) {
    return comparing(known -> typed.isEmpty() || typed.charAt(0) != normalised(known).charAt(0));
  }

  private Optional<String> onlyOneThatBeginsWith(String typed) {
    List<String> found =
        names.stream().filter(known -> normalised(known).startsWith(typed)).toList();
    return typed.length() >= SHORTEST_PREFIX && found.size() == 1
        ? Optional.of(found.get(0))
        : Optional.empty();
  }

  private static String normalised(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }
}
