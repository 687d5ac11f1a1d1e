package org.relunet.pipeline.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.relunet.pipeline.message.OutputMessage;
import org.relunet.pipeline.message.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A producer for Beam's connector that, where the brokers refuse a record for what it is, writes a
 * substitute in its place. The records come from {@link #packed}. A callback is told of a success
 * or the last failure; {@link #flush} must follow.
 */
public final class SubstitutingProducer extends KafkaProducer<byte[], byte[]> {
  private static final Logger LOG = LoggerFactory.getLogger(SubstitutingProducer.class);

  /** Each round leaves out all that were refused; a record fails in few. */
  private static final int ROUNDS = 5;

  private final Substitute substitute;
  private final Queue<Refused> refused = new ConcurrentLinkedQueue<>();

  private record Refused(SourcedRecord record, boolean last, Exception reason, Callback callback) {}

  public SubstitutingProducer(Map<String, Object> properties, Substitute substitute) {
    super(properties, new ByteArraySerializer(), new ByteArraySerializer());
    this.substitute = substitute;
  }

  /** A message for {@link #send}. */
  public static ProducerRecord<byte[], byte[]> packed(Position source, OutputMessage message) {
    return SourcedRecord.pack(source, message);
  }

  @Override
  public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
    return send(SourcedRecord.unpack(record), false, callback);
  }

  private Future<RecordMetadata> send(SourcedRecord record, boolean last, Callback callback) {
    return super.send(
        ProducerRecords.of(record.message()),
        (metadata, failure) -> {
          if (failure != null && (Refusals.ofMessage(failure) || Refusals.ofCompanion(failure))) {
            refused.add(new Refused(record, last, failure, callback));
          } else {
            callback.onCompletion(metadata, failure);
          }
        });
  }

  @Override
  public void flush() {
    super.flush();
    for (int round = 0; round < ROUNDS && !refused.isEmpty(); round++) {
      sendAgain(takeRefused());
      super.flush();
    }
    takeRefused().forEach(each -> each.callback().onCompletion(null, each.reason()));
  }

  private List<Refused> takeRefused() {
    List<Refused> taken = new ArrayList<>();
    for (Refused next = refused.poll(); next != null; next = refused.poll()) {
      taken.add(next);
    }
    return taken;
  }

  private void sendAgain(List<Refused> taken) {
    for (Refused each : taken) {
      if (!Refusals.ofMessage(each.reason())) {
        send(each.record(), each.last(), each.callback());
      } else if (each.last()) {
        each.callback().onCompletion(null, each.reason());
      } else {
        LOG.warn(
            "the broker refuses what is written for message {}: {}",
            each.record().source(),
            each.reason().getMessage());
        OutputMessage instead =
            substitute.inPlaceOf(each.record().source(), each.record().message(), each.reason());
        send(new SourcedRecord(each.record().source(), instead), true, each.callback());
      }
    }
  }
}
