package org.relunet.encoder.transformer.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sizes of a tensor's axes.
 *
 * @param sizes outermost first, none negative; empty for a scalar
 */
public record TensorShape(List<Long> sizes) {
  /**
   * @throws IllegalArgumentException if a size is negative or the tensor would have more than
   *     2^31-1 elements, which no array holds
   */
  public TensorShape {
    sizes = List.copyOf(sizes);
    long elements = 1;
    for (long size : sizes) {
      if (size < 0) {
        throw new IllegalArgumentException("negative size in shape " + sizes);
      }
      if (size > Integer.MAX_VALUE || elements * size > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("too many elements in shape " + sizes);
      }
      elements *= size;
    }
  }

  public static TensorShape of(long... sizes) {
    return new TensorShape(Arrays.stream(sizes).boxed().toList());
  }

  /** The product of the sizes. */
  public int elements() {
    int elements = 1;
    for (long size : sizes) {
      elements *= (int) size;
    }
    return elements;
  }

  /** As in {@code [30522, 384]}. */
  @Override
  public String toString() {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }
}
