package org.relunet.encoder.transformer.piece;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pieces of words met lately: of bounded size, thread-safe. Two generations stand in for the order
 * of use: when the young one is full it becomes the old one, whose words are then forgotten unless
 * they were met again.
 */
final class PieceCache {
  /** Longer words are rare and would make the memory unbounded. */
  private static final int LONGEST_WORD = 64;

  private final int generationSize;
  private volatile Map<String, int[]> young = new ConcurrentHashMap<>();
  private volatile Map<String, int[]> old = Map.of();

  /**
   * @param size the most words kept
   */
  PieceCache(int size) {
    this.generationSize = Math.max(1, size / 2);
  }

  /** The word's pieces, not to be changed; empty if unknown. */
  Optional<int[]> get(String word) {
    int[] pieces = young.get(word);
    if (pieces == null) {
      pieces = old.get(word);
      if (pieces != null) {
        put(word, pieces);
      }
    }
    return Optional.ofNullable(pieces);
  }

  void put(String word, int[] pieces) {
    if (word.length() > LONGEST_WORD) {
      return;
    }
    Map<String, int[]> target = young;
    target.put(word, pieces);
    if (target.size() >= generationSize) {
      advance(target);
    }
  }

  private synchronized void advance(Map<String, int[]> full) {
    if (young == full) {
      old = full;
      young = new ConcurrentHashMap<>();
    }
  }

  /** Words kept now. */
  int size() {
    return young.size() + old.size();
  }
}
