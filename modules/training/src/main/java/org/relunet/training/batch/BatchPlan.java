package org.relunet.training.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The batches of an epoch: sentences of like length together, so that little is padding, in an
 * order that another epoch does not repeat.
 *
 * @param batches indices of sentences, a batch each
 * @param paddedShare of all piece positions, in [0, 1)
 */
public record BatchPlan(List<int[]> batches, double paddedShare) {
  /** Batches in a pool that is sorted by length: more pads less and mixes less. */
  private static final int POOL = 100;

  /**
   * The same arguments give the same plan.
   *
   * @param lengths pieces of each sentence
   * @param size sentences a batch
   */
  public static BatchPlan of(int[] lengths, int size, long seed, int epoch) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + epoch);
    int[] order = shuffled(lengths.length, random);
    List<int[]> batches = new ArrayList<>();
    int pool = size * POOL;
    for (int start = 0; start < order.length; start += pool) {
      int[] sorted =
          Arrays.stream(order, start, Math.min(order.length, start + pool))
              .boxed()
              .sorted(Comparator.comparingInt(i -> lengths[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int first = 0; first < sorted.length; first += size) {
        batches.add(Arrays.copyOfRange(sorted, first, Math.min(sorted.length, first + size)));
      }
    }
    int[] turn = shuffled(batches.size(), random);
    List<int[]> mixed = Arrays.stream(turn).mapToObj(batches::get).toList();
    return new BatchPlan(
        mixed,
        Padding.share(
            mixed.stream().map(batch -> Arrays.stream(batch).map(i -> lengths[i]).toArray())));
  }

  private static int[] shuffled(int size, SplittableRandom random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
