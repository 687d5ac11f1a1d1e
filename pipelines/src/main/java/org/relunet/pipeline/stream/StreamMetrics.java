package org.relunet.pipeline.stream;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Gauge;
import org.apache.beam.sdk.metrics.Metrics;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Triple;
import org.relunet.pipeline.message.InputMessage;
import org.relunet.runtime.live.LiveStatus;

/**
 * What a worker does, as Beam metrics, which Flink's reporters publish. Latency is counted in
 * buckets, since Beam's distributions read 0 through Flink's Prometheus reporter: each counter has
 * the messages that took up to so many milliseconds, those of smaller bounds included.
 */
final class StreamMetrics implements StreamObserver {
  static final String NAMESPACE = "relunet";

  private final Clock clock = Clock.systemUTC();
  private final Counter recordsIn = counter("recordsIn");
  private final Counter recordsOut = counter("recordsOut");
  private final Counter deadLetters = counter("deadLetters");
  private final Counter documents = counter("documents");
  private final Counter sentences = counter("sentences");
  private final Counter batches = counter("batches");
  private final Counter batchRecords = counter("batchRecords");
  private final Counter modelSwaps = counter("modelSwaps");
  private final Counter modelsRefused = counter("modelsRefused");
  private final Gauge modelAgeSeconds = Metrics.gauge(NAMESPACE, "modelAgeSeconds");
  private final Gauge modelLoaded = Metrics.gauge(NAMESPACE, "modelLoadedEpochSeconds");
  private final LatencyBuckets latency = new LatencyBuckets(NAMESPACE);
  private final Map<String, Counter> byName = new HashMap<>();
  private long swapsTold;
  private long refusalsTold;

  private static Counter counter(String name) {
    return Metrics.counter(NAMESPACE, name);
  }

  @Override
  public void batch(List<InputMessage> batch, int documentCount, String modelVersion) {
    recordsIn.inc(batch.size());
    batches.inc();
    batchRecords.inc(batch.size());
    documents.inc(documentCount);
    named("recordsByModel_" + modelVersion).inc(batch.size());
    latency.add(batch, clock.millis());
  }

  @Override
  public void extracted(Extraction extraction) {
    sentences.inc(extraction.sentences());
    for (Triple triple : extraction.triples()) {
      named("triples_" + triple.relation()).inc();
    }
  }

  @Override
  public void written(int messages) {
    recordsOut.inc(messages);
  }

  @Override
  public void deadLetter() {
    deadLetters.inc();
  }

  /** Tells what became of the process's models since the last time. */
  void models(LiveStatus status) {
    modelLoaded.set(status.loadedAt().getEpochSecond());
    Metrics.gauge(NAMESPACE, "modelLoadedEpochSeconds_" + status.modelVersion())
        .set(status.loadedAt().getEpochSecond());
    modelAgeSeconds.set(Duration.between(status.loadedAt(), clock.instant()).toSeconds());
    modelSwaps.inc(status.swaps() - swapsTold);
    swapsTold = status.swaps();
    modelsRefused.inc(status.refusals() - refusalsTold);
    refusalsTold = status.refusals();
  }

  private Counter named(String name) {
    return byName.computeIfAbsent(name, StreamMetrics::counter);
  }
}
