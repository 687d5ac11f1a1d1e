package org.relunet.pipeline.cluster.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A topic of one partition.
 *
 * @param broker host:port
 * @param name its name
 */
record KafkaTopic(String broker, String name) {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  void create() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
    }
  }

  /** Writes a record in a transaction of its own. */
  void commit(String value) {
    try (KafkaProducer<String, String> producer = producer()) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(name, value));
      producer.commitTransaction();
    }
  }

  /** Writes a record in a transaction that is given up. */
  void abort(String value) {
    try (KafkaProducer<String, String> producer = producer()) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(name, value));
      producer.flush();
      producer.abortTransaction();
    }
  }

  /** What is committed, as soon as it is so many records. */
  List<String> read(int records) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker,
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest");
    List<String> found = new ArrayList<>();
    Instant deadline = Instant.now().plus(LIMIT);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(name, 0)));
      while (found.size() < records && Instant.now().isBefore(deadline)) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(record.value()));
      }
    }
    return found;
  }

  private KafkaProducer<String, String> producer() {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker,
            "transactional.id",
            "test-" + name,
            "compression.type",
            "zstd");
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }
}
