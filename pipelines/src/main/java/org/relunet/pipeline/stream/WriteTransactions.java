package org.relunet.pipeline.stream;

import org.apache.beam.sdk.transforms.DoFn;
import org.relunet.pipeline.kafka.TransactionalWriter;

/**
 * Writes batches in transactions. It must follow the source without a shuffle between: only so do
 * the answers of a partition come in the order of its offsets, to one worker.
 */
final class WriteTransactions extends DoFn<AnsweredBatch, Void> {
  private final StreamPlan plan;
  private transient TransactionalWriter writer;

  WriteTransactions(StreamPlan plan) {
    this.plan = plan;
  }

  @Setup
  public void setup() {
    writer =
        new TransactionalWriter(
            plan.connection(), plan.group(), plan.producer(), plan.substitutes());
  }

  @ProcessElement
  public void process(@Element AnsweredBatch batch) {
    writer.write(batch.answers());
  }

  @Teardown
  public void teardown() {
    if (writer != null) {
      writer.close();
    }
  }
}
