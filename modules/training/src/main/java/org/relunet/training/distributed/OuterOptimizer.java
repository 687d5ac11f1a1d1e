package org.relunet.training.distributed;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Moves the weights along the workers' mean change d, with Nesterov momentum (Sutskever et al.
 * 2013, in the form that deep learning frameworks use): {@code v := m v + d; w := w + r (d + m v)}.
 */
final class OuterOptimizer {
  private final double rate;
  private final double momentum;
  private final Map<String, float[]> velocity;

  /**
   * @param rate r, positive
   * @param momentum m, in [0, 1)
   * @param velocity v of the rounds before; empty: 0
   */
  OuterOptimizer(double rate, double momentum, Map<String, float[]> velocity) {
    this.rate = rate;
    this.momentum = momentum;
    this.velocity = new LinkedHashMap<>(velocity);
  }

  /**
   * The weights behind a round.
   *
   * @param weights of the round, which stay as they are
   * @param change mean change of the workers, of the same parameters
   */
  Map<String, float[]> step(Map<String, float[]> weights, Map<String, float[]> change) {
    Map<String, float[]> moved = new LinkedHashMap<>();
    weights.forEach(
        (name, before) -> {
          float[] d = change.get(name);
          float[] v = velocity.computeIfAbsent(name, absent -> new float[before.length]);
          float[] after = new float[before.length];
          for (int i = 0; i < after.length; i++) {
            v[i] = (float) (momentum * v[i] + d[i]);
            after[i] = (float) (before[i] + rate * (d[i] + momentum * v[i]));
          }
          moved.put(name, after);
        });
    return moved;
  }

  /** v, which a training that goes on needs. */
  Map<String, float[]> velocity() {
    return velocity;
  }
}
