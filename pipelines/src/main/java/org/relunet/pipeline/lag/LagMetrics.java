package org.relunet.pipeline.lag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.metrics.Gauge;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.kafka.common.TopicPartition;

/** A group's lag as Beam metrics. */
public final class LagMetrics {
  private static final String NAMESPACE = "relunet";
  private static final String LAG = "lag_";
  private static final String SUM = "lagSum";
  private static final String UPDATED = "lagUpdatedEpochSeconds";

  private final Map<TopicPartition, Gauge> lags = new HashMap<>();
  private final Gauge sum = Metrics.gauge(NAMESPACE, SUM);
  private final Gauge updated = Metrics.gauge(NAMESPACE, UPDATED);

  void set(Lag lag) {
    lag.byPartition()
        .forEach(
            (partition, messages) ->
                lags.computeIfAbsent(partition, LagMetrics::gauge).set(messages));
    sum.set(lag.sum());
    updated.set(lag.epochSeconds());
  }

  private static Gauge gauge(TopicPartition partition) {
    return Metrics.gauge(NAMESPACE, LAG + partition.topic() + "_" + partition.partition());
  }

  /** Names of all, of a topic and a partition for example, which the dashboard must know. */
  public static List<String> names() {
    return List.of(LAG + "topic_0", SUM, UPDATED);
  }
}
