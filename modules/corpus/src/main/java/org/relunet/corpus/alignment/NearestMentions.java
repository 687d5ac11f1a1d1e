package org.relunet.corpus.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.relunet.api.text.TokenSpan;

/**
 * Chooses one mention for each entity of a text, so that the sum over the triples of the number of
 * words between subject and object is least. Two mentions that overlap (a place inside the name of
 * its university) count as farthest apart, so they are paired only where nothing else is left; an
 * entity that is subject and object of one triple is one mention. Of equal choices the one nearer
 * to the text's beginning wins.
 *
 * <p>Exact, by trying all choices, up to {@value #CHOICES_TRIED} of them, which covers every text
 * of the usual data sets; above, entity by entity until nothing improves, which finds a local
 * optimum. O(choices x triples), above O(mentions x triples) for each of at most 100 rounds.
 */
final class NearestMentions {
  static final int CHOICES_TRIED = 20_000;

  /** Two or three are usual. */
  private static final int ROUNDS = 100;

  private final List<List<TokenSpan>> candidates;
  private final List<int[]> pairs;
  private final int words;

  /**
   * @param candidates for each entity its mentions, at least one, ascending
   * @param pairs for each triple the indices of its subject and its object among the entities
   * @param words number of words of the text
   */
  NearestMentions(List<List<TokenSpan>> candidates, List<int[]> pairs, int words) {
    this.candidates = candidates;
    this.pairs = pairs;
    this.words = words;
  }

  /** For each entity the index of its mention. */
  int[] choose() {
    long choices = 1;
    for (List<TokenSpan> spans : candidates) {
      choices = Math.min(choices * spans.size(), CHOICES_TRIED + 1L);
    }
    return choices <= CHOICES_TRIED ? tryAll() : improve();
  }

  private int[] tryAll() {
    int[] choice = new int[candidates.size()];
    int[] best = choice.clone();
    long bestCost = cost(choice);
    while (advance(choice)) {
      long cost = cost(choice);
      if (cost < bestCost || cost == bestCost && sum(choice) < sum(best)) {
        bestCost = cost;
        best = choice.clone();
      }
    }
    return best;
  }

  /** Counts through the choices; false after the last. */
  private boolean advance(int[] choice) {
    for (int entity = 0; entity < choice.length; entity++) {
      choice[entity]++;
      if (choice[entity] < candidates.get(entity).size()) {
        return true;
      }
      choice[entity] = 0;
    }
    return false;
  }

  private int[] improve() {
    int[] choice = new int[candidates.size()];
    List<List<int[]>> pairsOf = pairsOf();
    boolean improved = true;
    for (int round = 0; improved && round < ROUNDS; round++) {
      improved = false;
      for (int entity = 0; entity < choice.length; entity++) {
        // only the entity's own pairs cost more or less
        long cost = cost(choice, pairsOf.get(entity));
        int kept = choice[entity];
        for (int mention = 0; mention < candidates.get(entity).size(); mention++) {
          choice[entity] = mention;
          long tried = cost(choice, pairsOf.get(entity));
          if (tried < cost) {
            cost = tried;
            kept = mention;
            improved = true;
          }
        }
        choice[entity] = kept;
      }
    }
    return choice;
  }

  private List<List<int[]>> pairsOf() {
    List<List<int[]>> pairsOf = new ArrayList<>();
    candidates.forEach(entity -> pairsOf.add(new ArrayList<>()));
    for (int[] pair : pairs) {
      pairsOf.get(pair[0]).add(pair);
      if (pair[0] != pair[1]) {
        pairsOf.get(pair[1]).add(pair);
      }
    }
    return pairsOf;
  }

  private long cost(int[] choice) {
    return cost(choice, pairs);
  }

  private long cost(int[] choice, List<int[]> some) {
    long cost = 0;
    for (int[] pair : some) {
      if (pair[0] != pair[1]) {
        cost +=
            distance(
                candidates.get(pair[0]).get(choice[pair[0]]),
                candidates.get(pair[1]).get(choice[pair[1]]));
      }
    }
    return cost;
  }

  private int distance(TokenSpan one, TokenSpan other) {
    if (overlap(one, other)) {
      return words;
    }
    return Math.max(one.first(), other.first()) - Math.min(one.last(), other.last()) - 1;
  }

  static boolean overlap(TokenSpan one, TokenSpan other) {
    return one.first() <= other.last() && other.first() <= one.last();
  }

  private static int sum(int[] choice) {
    return Arrays.stream(choice).sum();
  }
}
