package org.relunet.pipeline.kafka;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.relunet.pipeline.message.OutputMessage;

/** Messages as Kafka's producer takes them. */
public final class ProducerRecords {
  private ProducerRecords() {}

  /** The message. */
  public static ProducerRecord<byte[], byte[]> of(OutputMessage message) {
    List<Header> headers =
        message.headers().stream()
            .<Header>map(header -> new RecordHeader(header.name(), header.value()))
            .toList();
    return new ProducerRecord<>(
        message.topic(),
        null,
        message.timestampMillis() < 0 ? null : message.timestampMillis(),
        message.key(),
        message.value(),
        headers);
  }
}
