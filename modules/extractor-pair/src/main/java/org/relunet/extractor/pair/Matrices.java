package org.relunet.extractor.pair;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TInt32;

/** Rows of integers as a tensor. */
final class Matrices {
  private Matrices() {}

  /**
   * @param rows of equal length
   * @param columns that length, needed where there is no row
   */
  static TInt32 of(List<int[]> rows, int columns) {
    int[] values = rows.stream().flatMapToInt(Arrays::stream).toArray();
    return TInt32.tensorOf(Shape.of(rows.size(), columns), DataBuffers.of(values));
  }
}
