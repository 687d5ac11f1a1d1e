package org.relunet.pipeline.extract;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where a window stands in the input; compares in the input's order.
 *
 * @param chunk ordinal of its chunk
 * @param window its number in the chunk, from 0
 */
public record WindowPlace(int chunk, int window) implements Serializable, Comparable<WindowPlace> {
  private static final Comparator<WindowPlace> ORDER =
      Comparator.comparingInt(WindowPlace::chunk).thenComparingInt(WindowPlace::window);

  @Override
  public int compareTo(WindowPlace other) {
    return ORDER.compare(this, other);
  }
}
