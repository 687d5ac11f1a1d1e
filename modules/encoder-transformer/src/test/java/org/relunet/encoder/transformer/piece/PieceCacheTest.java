package org.relunet.encoder.transformer.piece;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PieceCacheTest {
  private static final int[] PIECES = {1, 2};

  @Test
  void remembersWords() {
    PieceCache cache = new PieceCache(10);
    cache.put("word", PIECES);
    assertThat(cache.get("word")).contains(PIECES);
    assertThat(cache.get("other")).isEmpty();
  }

  @Test
  void staysBounded() {
    PieceCache cache = new PieceCache(10);
    for (int i = 0; i < 1000; i++) {
      cache.put("word" + i, PIECES);
    }
    assertThat(cache.size()).isLessThanOrEqualTo(10);
    assertThat(cache.get("word0")).isEmpty();
  }

  @Test
  void keepsAWordThatIsMetAgainAndAgain() {
    PieceCache cache = new PieceCache(10);
    cache.put("the", PIECES);
    for (int i = 0; i < 1000; i++) {
      assertThat(cache.get("the")).isPresent();
      cache.put("word" + i, PIECES);
    }
  }

  @Test
  void forgetsWordsOfUnreasonableLength() {
    PieceCache cache = new PieceCache(10);
    cache.put("x".repeat(1000), PIECES);
    assertThat(cache.size()).isZero();
  }
}
