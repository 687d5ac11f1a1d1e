package org.relunet.runtime.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** Puts items of like length together, so that little of a batch is padding. */
final class LengthBatches {
  /** Smaller batches cost more in calls than they save in padding. */
  private static final int FEWEST_ITEMS = 4;

  /**
   * A batch of enough items takes none that is longer than its shortest by more than this share.
   */
  private static final double SPREAD = 0.05;

  private LengthBatches() {}

  /**
   * @param length of an item in pieces
   * @return batches within both limits, the longest items first; an item longer than the second
   *     limit stands alone
   */
  static <T> List<List<T>> of(
      List<T> items, ToIntFunction<T> length, int mostItems, int mostPieces) {
    List<T> sorted = new ArrayList<>(items);
    sorted.sort(Comparator.comparingInt(length));
    List<List<T>> batches = new ArrayList<>();
    List<T> batch = new ArrayList<>();
    for (T item : sorted) {
      // ascending: the new item is the longest and decides the padded length
      int pieces = length.applyAsInt(item);
      boolean full = batch.size() == mostItems || (long) (batch.size() + 1) * pieces > mostPieces;
      boolean padded =
          batch.size() >= FEWEST_ITEMS && pieces > (1 + SPREAD) * length.applyAsInt(batch.get(0));
      if ((full || padded) && !batch.isEmpty()) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
      batch.add(item);
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    Collections.reverse(batches);
    return batches;
  }
}
