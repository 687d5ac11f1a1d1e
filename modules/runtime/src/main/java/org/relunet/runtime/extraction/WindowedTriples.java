package org.relunet.runtime.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;

/** Puts together what the windows of one passage say. */
final class WindowedTriples {
  /** What was found in a window, over the passage's words. */
  private record Found(TokenSpan window, ScoredTriple triple) {}

  private final List<Found> found = new ArrayList<>();
  private int firstWord = Integer.MAX_VALUE;
  private int lastWord;

  /**
   * Adds a window that was read.
   *
   * @param window its words in the passage
   * @param answers over the window's words
   */
  void add(TokenSpan window, List<ScoredTriple> answers) {
    firstWord = Math.min(firstWord, window.first());
    lastWord = Math.max(lastWord, window.last());
    for (ScoredTriple answer : answers) {
      WordTriple placed = answer.triple().shift(window.first());
      found.add(new Found(window, new ScoredTriple(placed, answer.confidence())));
    }
  }

  /**
   * The passage's triples, each once: of one that two windows hold, the surer answer stands. In
   * place of a mention that a window's edge cuts stands the whole one, if another window has it.
   */
  List<ScoredTriple> triples() {
    Map<WordTriple, ScoredTriple> triples = new HashMap<>();
    for (Found one : found) {
      WordTriple triple = one.triple.triple();
      WordTriple whole =
          new WordTriple(
              whole(one.window, triple.subject()),
              triple.relation(),
              whole(one.window, triple.object()));
      triples.merge(
          whole,
          new ScoredTriple(whole, one.triple.confidence()),
          (first, second) -> first.confidence() >= second.confidence() ? first : second);
    }
    return List.copyOf(triples.values());
  }

  private TokenSpan whole(TokenSpan window, TokenSpan mention) {
    boolean before = mention.first() == window.first() && window.first() > firstWord;
    boolean behind = mention.last() == window.last() && window.last() < lastWord;
    if (!before && !behind) {
      return mention;
    }
    Optional<TokenSpan> whole =
        found.stream()
            .filter(other -> !other.window.equals(window))
            .map(other -> other.triple.triple())
            .flatMap(other -> Stream.of(other.subject(), other.object()))
            .filter(other -> other.first() <= mention.first() && other.last() >= mention.last())
            .filter(
                other ->
                    before && other.first() < mention.first()
                        || behind && other.last() > mention.last())
            .min(Comparator.comparingInt(TokenSpan::length));
    return whole.orElse(mention);
  }
}
