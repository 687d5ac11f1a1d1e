package org.relunet.training.reproduction;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import org.relunet.network.ShapedValues;

/**
 * In what the weights of two models differ.
 *
 * @param parameters that both have
 * @param different of them have another value, or another shape
 * @param largest distance of two values, where shapes are the same
 * @param ofOneOnly parameters that only one has
 */
public record WeightDifference(int parameters, int different, double largest, int ofOneOnly) {
  static WeightDifference of(Map<String, ShapedValues> one, Map<String, ShapedValues> other) {
    TreeSet<String> both = new TreeSet<>(one.keySet());
    both.retainAll(other.keySet());
    int different = 0;
    double largest = 0;
    for (String name : both) {
      ShapedValues first = one.get(name);
      ShapedValues second = other.get(name);
      boolean sameShape = first.shape().equals(second.shape());
      if (!sameShape || !Arrays.equals(first.values(), second.values())) {
        different++;
      }
      for (int i = 0; sameShape && i < first.values().length; i++) {
        largest = Math.max(largest, Math.abs((double) first.values()[i] - second.values()[i]));
      }
    }
    return new WeightDifference(
        both.size(), different, largest, one.size() + other.size() - 2 * both.size());
  }

  /** Whether they are the same to the bit. */
  public boolean none() {
    return different == 0 && ofOneOnly == 0;
  }
}
