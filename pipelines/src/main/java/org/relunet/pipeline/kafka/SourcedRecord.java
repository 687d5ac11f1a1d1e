package org.relunet.pipeline.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.relunet.pipeline.message.MessageHeader;
import org.relunet.pipeline.message.OutputMessage;
import org.relunet.pipeline.message.Position;

/**
 * A record and the message that it is written because of. On its way through Beam's connector that
 * is its last header, which is taken off again before it is sent.
 */
record SourcedRecord(Position source, OutputMessage message) {
  private static final String SOURCE = "relunet.internal.source";

  static ProducerRecord<byte[], byte[]> pack(Position source, OutputMessage message) {
    ProducerRecord<byte[], byte[]> record = ProducerRecords.of(message);
    byte[] topic = source.topic().getBytes(StandardCharsets.UTF_8);
    ByteBuffer place = ByteBuffer.allocate(Integer.BYTES + Long.BYTES + topic.length);
    place.putInt(source.partition()).putLong(source.offset()).put(topic);
    record.headers().add(new RecordHeader(SOURCE, place.array()));
    return record;
  }

  /**
   * @throws IllegalArgumentException if its last header is not what {@link #pack} made
   */
  static SourcedRecord unpack(ProducerRecord<byte[], byte[]> record) {
    List<MessageHeader> headers = new ArrayList<>();
    for (Header header : record.headers()) {
      headers.add(new MessageHeader(header.key(), header.value()));
    }
    MessageHeader last = headers.isEmpty() ? null : headers.remove(headers.size() - 1);
    if (last == null || !last.name().equals(SOURCE)) {
      throw new IllegalArgumentException("a record that does not say what it is written for");
    }
    ByteBuffer place = ByteBuffer.wrap(last.value());
    int partition = place.getInt();
    long offset = place.getLong();
    String topic = StandardCharsets.UTF_8.decode(place).toString();
    long timestamp = record.timestamp() == null ? -1 : record.timestamp();
    return new SourcedRecord(
        new Position(topic, partition, offset),
        new OutputMessage(record.topic(), timestamp, record.key(), record.value(), headers));
  }
}
