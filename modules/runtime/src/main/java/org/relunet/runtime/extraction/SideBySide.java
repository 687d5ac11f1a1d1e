package org.relunet.runtime.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Work on all cores, item by item: whoever is free takes the next one. A parallel stream hands out
 * halves and quarters of a list instead, the last of which keeps one core busy and the others idle.
 */
public final class SideBySide {
  private SideBySide() {}

  /**
   * @param items taken in their order; the longest work first ends soonest
   * @param work thread-safe
   * @return the results in the order of the items
   * @throws RuntimeException the first that an item's work threw; no further item is begun then
   */
  public static <T, R> List<R> map(List<T> items, Function<T, R> work) {
    AtomicInteger next = new AtomicInteger();
    @SuppressWarnings("unchecked")
    R[] results = (R[]) new Object[items.size()];
    Runnable worker =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
              results[i] = work.apply(items.get(i));
            }
          } catch (RuntimeException | Error e) {
            next.set(results.length);
            throw e;
          }
        };
    int others = Math.min(Runtime.getRuntime().availableProcessors(), items.size()) - 1;
    List<? extends ForkJoinTask<?>> helpers =
        Stream.generate(() -> ForkJoinPool.commonPool().submit(worker))
            .limit(Math.max(0, others))
            .toList();
    try {
      worker.run();
    } finally {
      // also after a failure: what helpers still do may use what the caller then closes
      helpers.forEach(ForkJoinTask::quietlyJoin);
    }
    helpers.forEach(ForkJoinTask::join);
    return Arrays.asList(results);
  }
}
