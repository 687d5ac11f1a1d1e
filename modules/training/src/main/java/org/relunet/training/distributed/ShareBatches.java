package org.relunet.training.distributed;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.relunet.network.LabelledSentence;
import org.relunet.training.batch.BatchPlan;

/**
 * The endless row of a worker's batches: one pass over its share after the other. Which batch a
 * step has follows from seed, worker and step alone, so that a worker that begins again in the
 * middle takes the same ones.
 */
final class ShareBatches {
  private final List<LabelledSentence> share;
  private final int[] lengths;
  private final int size;
  private final long seed;
  private int plannedPass;
  private BatchPlan plan;

  /**
   * @param size sentences of a batch
   * @param seed of the training
   */
  ShareBatches(List<LabelledSentence> share, int size, long seed, int worker) {
    this.share = share;
    this.size = size;
    this.seed = seed + worker * 7_368_787L;
    lengths = share.stream().mapToInt(labelled -> labelled.sentence().length()).toArray();
  }

  /**
   * @param first step, from 0
   */
  Stream<List<LabelledSentence>> of(long first, int steps) {
    return LongStream.range(first, first + steps).mapToObj(this::batch);
  }

  private List<LabelledSentence> batch(long step) {
    int each = (lengths.length + size - 1) / size;
    int pass = Math.toIntExact(1 + step / each);
    if (pass != plannedPass) {
      plan = BatchPlan.of(lengths, size, seed, pass);
      plannedPass = pass;
    }
    int[] indices = plan.batches().get((int) (step % each));
    return Arrays.stream(indices).mapToObj(share::get).toList();
  }
}
