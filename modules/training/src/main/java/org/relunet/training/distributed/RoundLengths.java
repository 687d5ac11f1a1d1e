package org.relunet.training.distributed;

import java.util.ArrayList;
import java.util.List;

/** How the steps of an epoch are divided into rounds. */
public final class RoundLengths {
  private RoundLengths() {}

  /**
   * As few rounds as may be, of almost the same length.
   *
   * @param steps of a worker in the epoch, positive
   * @param most steps of a round, positive
   */
  public static List<Integer> of(int steps, int most) {
    int rounds = (steps + most - 1) / most;
    List<Integer> lengths = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      lengths.add(steps / rounds + (round < steps % rounds ? 1 : 0));
    }
    return List.copyOf(lengths);
  }
}
