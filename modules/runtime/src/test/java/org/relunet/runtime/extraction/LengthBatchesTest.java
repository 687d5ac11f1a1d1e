package org.relunet.runtime.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LengthBatchesTest {
  private static List<List<Integer>> batches(List<Integer> lengths, int mostItems, int mostPieces) {
    return LengthBatches.of(lengths, length -> length, mostItems, mostPieces);
  }

  @Test
  void itemsOfLikeLengthStandTogetherTheLongestFirst() {
    assertThat(batches(List.of(9, 1, 8, 2, 7, 3), 2, 1000))
        .containsExactly(List.of(8, 9), List.of(3, 7), List.of(1, 2));
  }

  @Test
  void paddedPiecesStayWithinTheLimit() {
    List<List<Integer>> batches = batches(List.of(10, 20, 30, 40, 50, 60), 6, 100);

    assertThat(batches).containsExactly(List.of(60), List.of(40, 50), List.of(10, 20, 30));
    assertThat(batches).allMatch(batch -> batch.size() * batch.get(batch.size() - 1) <= 100);
  }

  @Test
  void anItemBeyondTheLimitStandsAlone() {
    assertThat(batches(List.of(500, 10, 700), 8, 100))
        .containsExactly(List.of(700), List.of(500), List.of(10));
  }

  @Test
  void aBatchOfEnoughItemsTakesNoMuchLongerOne() {
    List<Integer> four = List.of(50, 50, 51, 52);

    assertThat(batches(with(four, 52), 32, 4096)).hasSize(1);
    assertThat(batches(with(four, 53), 32, 4096)).containsExactly(List.of(53), four);
    assertThat(batches(List.of(1, 100), 32, 4096)).hasSize(1);
  }

  @Test
  void littleOfAFewHundredSentencesIsPadding() {
    Random random = new Random(5);
    List<Integer> lengths =
        IntStream.range(0, 400)
            .map(i -> (int) Math.max(4, 28 + 14 * random.nextGaussian()))
            .boxed()
            .toList();

    long positions =
        batches(lengths, 32, 4096).stream()
            .mapToLong(batch -> (long) batch.size() * batch.get(batch.size() - 1))
            .sum();

    long pieces = lengths.stream().mapToLong(Integer::longValue).sum();
    assertThat(1 - (double) pieces / positions).isLessThan(0.03);
  }

  private static List<Integer> with(List<Integer> lengths, int another) {
    return Stream.concat(lengths.stream(), Stream.of(another)).toList();
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
