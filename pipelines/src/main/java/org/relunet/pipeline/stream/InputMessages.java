package org.relunet.pipeline.stream;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.kafka.common.header.Header;
import org.relunet.pipeline.message.InputMessage;
import org.relunet.pipeline.message.MessageHeader;
import org.relunet.pipeline.message.Position;

/** Messages as Beam reads them. */
final class InputMessages {
  private InputMessages() {}

  static InputMessage of(KafkaRecord<byte[], byte[]> read) {
    List<MessageHeader> headers = new ArrayList<>();
    if (read.getHeaders() != null) {
      for (Header header : read.getHeaders()) {
        headers.add(new MessageHeader(header.key(), header.value()));
      }
    }
    return new InputMessage(
        new Position(read.getTopic(), read.getPartition(), read.getOffset()),
        read.getTimestamp(),
        read.getKV().getKey(),
        read.getKV().getValue(),
        headers);
  }
}
