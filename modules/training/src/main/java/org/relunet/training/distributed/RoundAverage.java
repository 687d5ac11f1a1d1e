package org.relunet.training.distributed;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The running average of the weights ({@code training.average-decay}) where only those behind each
 * round are known: a round of n steps counts as n steps with the weights at its end.
 */
final class RoundAverage {
  private final double decay;
  private final Map<String, float[]> average = new LinkedHashMap<>();

  /**
   * @param decay of a step; 0: no average
   * @param first where the average begins
   */
  RoundAverage(double decay, Map<String, float[]> first) {
    this.decay = decay;
    if (decay > 0) {
      first.forEach((name, values) -> average.put(name, values.clone()));
    }
  }

  /**
   * @param weights behind a round
   * @param firstStep of the round, from 0
   */
  void add(Map<String, float[]> weights, long firstStep, int steps) {
    if (decay == 0) {
      return;
    }
    double kept = 1;
    for (long step = firstStep; step < firstStep + steps; step++) {
      kept *= Math.min(decay, (1.0 + step) / (10.0 + step)); // as with a single worker
    }
    for (Map.Entry<String, float[]> entry : average.entrySet()) {
      float[] a = entry.getValue();
      float[] w = weights.get(entry.getKey());
      for (int i = 0; i < a.length; i++) {
        a[i] = (float) (a[i] + (1 - kept) * (w[i] - a[i]));
      }
    }
  }

  /** The average; empty where none is kept. */
  Map<String, float[]> values() {
    return average;
  }
}
