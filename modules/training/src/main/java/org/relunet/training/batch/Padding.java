package org.relunet.training.batch;

import java.util.Arrays;
import java.util.stream.Stream;

/** What a batch is filled up with: all its sentences are as long as its longest. */
public final class Padding {
  private Padding() {}

  /**
   * @param batches the lengths of each batch's sentences
   * @return share of all positions that is padding, in [0, 1)
   */
  public static double share(Stream<int[]> batches) {
    long[] filledAndAll = {0, 0};
    batches.forEach(
        lengths -> {
          filledAndAll[0] += Arrays.stream(lengths).asLongStream().sum();
          filledAndAll[1] += (long) Arrays.stream(lengths).max().orElse(0) * lengths.length;
        });
    return filledAndAll[1] == 0 ? 0 : 1 - (double) filledAndAll[0] / filledAndAll[1];
  }
}
