package org.relunet.training.distributed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.relunet.training.TrainingException;

/** Which worker learns from which texts. */
public final class Shares {
  private Shares() {}

  /**
   * Deals texts out to workers by chance, so that no worker gets a stretch of a sorted file. The
   * same arguments give the same shares.
   *
   * @param texts of the training data
   * @return a list of places in the training data for each worker, ascending; the sizes differ by 1
   *     at most
   * @throws TrainingException if there are more workers than texts
   */
  public static List<List<Integer>> of(int texts, int workers, long seed) {
    if (workers > texts) {
      throw new TrainingException(
          "training.distributed.workers: %d workers can't share %d texts; ask for %d at most"
              .formatted(workers, texts, texts));
    }
    SplittableRandom random = new SplittableRandom(seed * 1_000_033 + 7);
    List<Integer> order = new ArrayList<>(texts);
    for (int i = 0; i < texts; i++) {
      int j = random.nextInt(i + 1);
      order.add(i);
      Collections.swap(order, i, j);
    }
    List<List<Integer>> shares = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      List<Integer> share = new ArrayList<>();
      for (int i = worker; i < texts; i += workers) {
        share.add(order.get(i));
      }
      Collections.sort(share);
      shares.add(List.copyOf(share));
    }
    return List.copyOf(shares);
  }

  /** The size of the largest share. */
  public static int largest(int texts, int workers) {
    return (texts + workers - 1) / workers;
  }
}
