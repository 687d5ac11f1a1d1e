package org.relunet.pipeline.stream;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.relunet.pipeline.kafka.Answer;
import org.relunet.pipeline.kafka.SubstitutingProducer;
import org.relunet.pipeline.message.OutputMessage;

/** Batches to messages as Beam's connector writes them. */
final class SendMessages extends DoFn<AnsweredBatch, ProducerRecord<byte[], byte[]>> {
  @ProcessElement
  public void process(
      @Element AnsweredBatch batch, OutputReceiver<ProducerRecord<byte[], byte[]>> messages) {
    for (Answer answer : batch.answers()) {
      for (OutputMessage message : answer.messages()) {
        messages.output(SubstitutingProducer.packed(answer.source(), message));
      }
    }
  }
}
