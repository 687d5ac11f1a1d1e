package org.relunet.pipeline.stream;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.joda.time.Instant;
import org.relunet.pipeline.engine.LiveEngineProvider;
import org.relunet.pipeline.message.InputMessage;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.lease.Lease;
import org.relunet.runtime.live.LiveEngine;

/**
 * Gathers the messages of a bundle, and takes them through the process's engine when it ends. The
 * runner ends a bundle at its largest size, after its longest time, and before a checkpoint, so
 * nothing that is gathered here is in no checkpoint and unwritten too. While the engine works,
 * nothing more is read: that is the back-pressure.
 */
final class ExtractMessages extends DoFn<KafkaRecord<byte[], byte[]>, AnsweredBatch> {
  /** Very large documents are not gathered in numbers. */
  private static final long BATCH_BYTES = 4 << 20;

  private final StreamPlan plan;
  private final LiveEngineProvider engines;
  private transient Lease<LiveEngine> live;
  private transient StreamMetrics metrics;
  private transient MessageBatches batches;
  private transient List<InputMessage> gathered;
  private transient long gatheredBytes;
  private transient Instant latest;

  ExtractMessages(StreamPlan plan, LiveEngineProvider engines) {
    this.plan = plan;
    this.engines = engines;
  }

  @Setup
  public void setup() {
    live = engines.lease();
    metrics = new StreamMetrics();
    batches = new MessageBatches(plan, metrics);
  }

  @StartBundle
  public void startBundle() {
    gathered = new ArrayList<>();
    gatheredBytes = 0;
  }

  @ProcessElement
  public void process(
      @Element KafkaRecord<byte[], byte[]> read,
      @Timestamp Instant timestamp,
      OutputReceiver<AnsweredBatch> answered) {
    InputMessage message = InputMessages.of(read);
    gathered.add(message);
    gatheredBytes += message.bytes();
    latest = timestamp;
    if (gatheredBytes >= BATCH_BYTES) {
      answered.output(answer());
    }
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    if (!gathered.isEmpty()) {
      context.output(answer(), latest, GlobalWindow.INSTANCE);
    }
  }

  private AnsweredBatch answer() {
    // one model for the whole batch, whatever is loaded meanwhile
    try (EngineLease lease = live.engine().use()) {
      AnsweredBatch batch = new AnsweredBatch(batches.answer(gathered, lease.engine()));
      metrics.models(live.engine().status());
      return batch;
    } finally {
      gathered = new ArrayList<>();
      gatheredBytes = 0;
    }
  }

  @Teardown
  public void teardown() {
    if (live != null) {
      live.close();
    }
  }
}
