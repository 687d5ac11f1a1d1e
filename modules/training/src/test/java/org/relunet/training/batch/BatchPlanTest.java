package org.relunet.training.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BatchPlanTest {
  /** Lengths as those of sentences: few short, many middling, some long. */
  private static int[] lengths(int count) {
    Random random = new Random(count);
    return IntStream.range(0, count)
        .map(i -> (int) Math.max(3, 32 + 14 * random.nextGaussian()))
        .toArray();
  }

  private static int[] sentences(BatchPlan plan) {
    return plan.batches().stream().flatMapToInt(Arrays::stream).toArray();
  }

  @ParameterizedTest
  @CsvSource({"0, 16", "1, 16", "16, 16", "17, 16", "640, 16", "641, 16", "5019, 16", "7, 1"})
  void everySentenceComesOnceAnEpoch(int count, int size) {
    BatchPlan plan = BatchPlan.of(lengths(count), size, 1, 1);

    assertThat(Arrays.stream(sentences(plan)).sorted().toArray())
        .isEqualTo(IntStream.range(0, count).toArray());
    assertThat(plan.batches()).allMatch(batch -> batch.length >= 1 && batch.length <= size);
  }

  /** The trainer counts steps so. */
  @ParameterizedTest
  @CsvSource({"640, 16, 40", "641, 16, 41", "700, 16, 44", "1283, 16, 81", "15, 16, 1"})
  void thereAreAsFewBatchesAsTheSizeAllows(int count, int size, int batches) {
    assertThat(BatchPlan.of(lengths(count), size, 1, 1).batches()).hasSize(batches);
  }

  @Test
  void littleOfTheBatchesIsPadding() {
    int[] lengths = lengths(5019);

    BatchPlan plan = BatchPlan.of(lengths, 16, 1, 1);

    assertThat(plan.paddedShare()).isBetween(0.001, 0.1);
    long filled = Arrays.stream(lengths).sum();
    long positions =
        plan.batches().stream()
            .mapToLong(
                batch ->
                    (long) batch.length
                        * Arrays.stream(batch).map(i -> lengths[i]).max().getAsInt())
            .sum();
    assertThat(plan.paddedShare()).isEqualTo(1 - (double) filled / positions);
    // unsorted batches would be padded much more
    assertThat(BatchPlan.of(lengths, 16, 1, 1).paddedShare())
        .isLessThan(unsortedPadding(lengths, 16) / 3);
  }

  private static double unsortedPadding(int[] lengths, int size) {
    long positions = 0;
    for (int start = 0; start < lengths.length; start += size) {
      int[] batch = Arrays.copyOfRange(lengths, start, Math.min(lengths.length, start + size));
      positions += (long) batch.length * Arrays.stream(batch).max().getAsInt();
    }
    return 1 - (double) Arrays.stream(lengths).sum() / positions;
  }

  @Test
  void theSameSeedAndEpochGiveTheSameBatches() {
    int[] lengths = lengths(1000);

    assertThat(BatchPlan.of(lengths, 16, 7, 3).batches())
        .usingRecursiveComparison()
        .isEqualTo(BatchPlan.of(lengths, 16, 7, 3).batches());
  }

  @Test
  void anotherEpochAndAnotherSeedMixAnew() {
    int[] lengths = lengths(1000);
    int[] first = sentences(BatchPlan.of(lengths, 16, 7, 1));

    assertThat(sentences(BatchPlan.of(lengths, 16, 7, 2))).isNotEqualTo(first);
    assertThat(sentences(BatchPlan.of(lengths, 16, 8, 1))).isNotEqualTo(first);
  }

  @Test
  void batchesDoNotComeInTheOrderOfLength() {
    int[] lengths = lengths(640);

    BatchPlan plan = BatchPlan.of(lengths, 16, 1, 1);

    assertThat(plan.batches().stream().map(batch -> lengths[batch[0]]).toList())
        .isNotEqualTo(plan.batches().stream().map(batch -> lengths[batch[0]]).sorted().toList());
  }
}
