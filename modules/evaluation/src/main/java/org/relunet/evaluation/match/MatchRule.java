package org.relunet.evaluation.match;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.relunet.corpus.TextTriple;
import org.relunet.corpus.alignment.FinalFullStop;

/**
 * When two triples of a text are the same. Under either rule white space is normalised first:
 * stretches of it become one blank, at the ends it is removed. A full stop at the end of an
 * abbreviation counts neither way, see {@link FinalFullStop}. Letters' case counts.
 */
public enum MatchRule {
  /** Relation and both whole entities are the same. */
  EXACT {
    @Override
    String entity(String normalised) {
      return normalised;
    }
  },

  /**
   * Relation and the last words of both entities are the same. The measure of the data sets that
   * annotate entities by their last words ({@code -star}), where it is equality.
   */
  PARTIAL {
    @Override
    String entity(String normalised) {
      return normalised.substring(normalised.lastIndexOf(' ') + 1);
    }
  };

  private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\h]+");

  abstract String entity(String normalised);

  /** What the rule compares: two triples are the same if their keys are equal. */
  public TextTriple key(TextTriple triple) {
    return new TextTriple(
        entity(normalise(triple.subject())), triple.relation(), entity(normalise(triple.object())));
  }

  /** The distinct keys of a text's triples: what precision and recall count. */
  public Set<TextTriple> keys(Collection<TextTriple> triples) {
    Set<TextTriple> keys = new LinkedHashSet<>();
    triples.forEach(triple -> keys.add(key(triple)));
    return keys;
  }

  /** The name in configurations and reports: {@code exact}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String normalise(String text) {
    return FinalFullStop.without(WHITE_SPACE.matcher(text).replaceAll(" ").strip());
  }
}
