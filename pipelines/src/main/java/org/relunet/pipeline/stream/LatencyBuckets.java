package org.relunet.pipeline.stream;

import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.relunet.pipeline.message.InputMessage;

/** How long messages took from their timestamp to their answer, counted in buckets. */
final class LatencyBuckets {
  private static final List<Long> BOUNDS =
      List.of(10L, 20L, 50L, 100L, 200L, 500L, 1_000L, 2_000L, 5_000L, 10_000L, 60_000L);

  private final List<Counter> upTo;
  private final Counter all;
  private final Counter sum;

  LatencyBuckets(String namespace) {
    upTo =
        BOUNDS.stream()
            .map(bound -> Metrics.counter(namespace, "latencyMillisBucket_" + bound))
            .toList();
    all = Metrics.counter(namespace, "latencyMillisBucket_inf");
    sum = Metrics.counter(namespace, "latencyMillisSum");
  }

  /** Messages without a timestamp, or from the future, are not counted. */
  void add(List<InputMessage> messages, long nowMillis) {
    long[] counts = new long[BOUNDS.size()];
    long counted = 0;
    long total = 0;
    for (InputMessage message : messages) {
      long latency = nowMillis - message.timestampMillis();
      if (message.timestampMillis() < 0 || latency < 0) {
        continue;
      }
      counted++;
      total += latency;
      for (int i = 0; i < counts.length; i++) {
        counts[i] += latency <= BOUNDS.get(i) ? 1 : 0;
      }
    }
    for (int i = 0; i < counts.length; i++) {
      upTo.get(i).inc(counts[i]);
    }
    all.inc(counted);
    sum.inc(total);
  }

  /** Names of all counters, which the dashboard must know. */
  static List<String> names() {
    return Stream.concat(
            BOUNDS.stream().map(bound -> "latencyMillisBucket_" + bound),
            Stream.of("latencyMillisBucket_inf", "latencyMillisSum"))
        .toList();
  }
}
