package org.relunet.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Batches of like length, so that little is padded; always the same, and so are all bits. */
final class LengthOrder {
  private static final int BATCH = 32;

  private LengthOrder() {}

  /** Indices of the sentences, a batch each. */
  static List<int[]> batches(List<NumericSentence> sentences) {
    int[] byLength =
        IntStream.range(0, sentences.size())
            .boxed()
            .sorted(Comparator.comparing(i -> sentences.get(i).length()))
            .mapToInt(Integer::intValue)
            .toArray();
    List<int[]> batches = new ArrayList<>();
    for (int start = 0; start < byLength.length; start += BATCH) {
      batches.add(Arrays.copyOfRange(byLength, start, Math.min(byLength.length, start + BATCH)));
    }
    return batches;
  }
}
