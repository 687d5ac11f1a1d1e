package org.relunet.training.distributed;

import java.util.LinkedHashMap;
import java.util.Map;

/** The mean of the workers' changes, which are added one after the other, in the workers' order. */
final class MeanChange {
  private final Map<String, double[]> sums = new LinkedHashMap<>();
  private int added;

  /**
   * @throws IllegalArgumentException if it has other parameters than those before it
   */
  void add(Map<String, float[]> change) {
    if (added > 0 && !sums.keySet().equals(change.keySet())) {
      throw new IllegalArgumentException("workers changed different parameters");
    }
    change.forEach(
        (name, values) -> {
          double[] sum = sums.computeIfAbsent(name, absent -> new double[values.length]);
          if (sum.length != values.length) {
            throw new IllegalArgumentException(
                "workers changed %d and %d values of %s"
                    .formatted(sum.length, values.length, name));
          }
          for (int i = 0; i < sum.length; i++) {
            sum[i] += values[i];
          }
        });
    added++;
  }

  /** What was added, divided by how often. */
  Map<String, float[]> mean() {
    Map<String, float[]> mean = new LinkedHashMap<>();
    sums.forEach(
        (name, sum) -> {
          float[] values = new float[sum.length];
          for (int i = 0; i < sum.length; i++) {
            values[i] = (float) (sum[i] / added);
          }
          mean.put(name, values);
        });
    return mean;
  }
}
