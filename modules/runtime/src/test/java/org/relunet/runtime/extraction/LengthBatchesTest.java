package org.relunet.runtime.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LengthBatchesTest {
  private static List<List<Integer>> batches(List<Integer> lengths, int mostItems, int mostPieces) {
    return LengthBatches.of(lengths, length -> length, mostItems, mostPieces);
  }

  @Test
  void itemsOfLikeLengthStandTogether() {
    assertThat(batches(List.of(9, 1, 8, 2, 7, 3), 2, 1000))
        .containsExactly(List.of(1, 2), List.of(3, 7), List.of(8, 9));
  }

  @Test
  void paddedPiecesStayWithinTheLimit() {
    List<List<Integer>> batches = batches(List.of(10, 20, 30, 40, 50, 60), 6, 100);

    assertThat(batches).containsExactly(List.of(10, 20, 30), List.of(40, 50), List.of(60));
    assertThat(batches).allMatch(batch -> batch.size() * batch.get(batch.size() - 1) <= 100);
  }

  @Test
  void anItemBeyondTheLimitStandsAlone() {
    assertThat(batches(List.of(500, 10, 700), 8, 100))
        .containsExactly(List.of(10), List.of(500), List.of(700));
  }

  @Test
  void nothingMakesNoBatch() {
    assertThat(batches(List.of(), 8, 100)).isEmpty();
  }

  @Test
  void lengthsWhoseProductOverflowsAreNoTrouble() {
    assertThat(batches(List.of(Integer.MAX_VALUE, Integer.MAX_VALUE), 8, Integer.MAX_VALUE))
        .hasSize(2);
  }
}
