package org.relunet.pipeline.stream;

import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.kafka.KafkaIO;
import org.apache.beam.sdk.io.kafka.ProducerRecordCoder;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.relunet.pipeline.engine.LiveEngineProvider;
import org.relunet.pipeline.kafka.SubstitutingProducer;
import org.relunet.pipeline.lag.LagReport;

/** Messages to batches, through the engine, to messages: one chain without a shuffle. */
final class StreamPipeline {
  private static final Coder<byte[]> BYTES = NullableCoder.of(ByteArrayCoder.of());

  private final StreamPlan plan;
  private final LiveEngineProvider engines;

  StreamPipeline(StreamPlan plan, LiveEngineProvider engines) {
    this.plan = plan;
    this.engines = engines;
  }

  void build(Pipeline pipeline) {
    PCollection<AnsweredBatch> answered =
        pipeline
            .apply("Messages", read())
            .apply("Extract", ParDo.of(new ExtractMessages(plan, engines)))
            .setCoder(SerializableCoder.of(AnsweredBatch.class));
    pipeline.apply("Lag", new LagReport(plan.lagTarget()));
    switch (plan.delivery()) {
      case AT_LEAST_ONCE ->
          answered
              .apply("Results", ParDo.of(new SendMessages()))
              .setCoder(ProducerRecordCoder.of(BYTES, BYTES))
              .apply("Write", write());
      case EXACTLY_ONCE -> answered.apply("Transactions", ParDo.of(new WriteTransactions(plan)));
    }
  }

  private KafkaIO.Read<byte[], byte[]> read() {
    KafkaIO.Read<byte[], byte[]> read =
        KafkaIO.<byte[], byte[]>read()
            .withBootstrapServers(plan.connection().bootstrapServers())
            .withTopics(plan.inputTopics())
            .withKeyDeserializerAndCoder(ByteArrayDeserializer.class, BYTES)
            .withValueDeserializerAndCoder(ByteArrayDeserializer.class, BYTES)
            .withTimestampPolicyFactory(new MessageTimestamps())
            .withConsumerConfigUpdates(
                plan.connection().consumer(plan.group(), plan.start().label()));
    return switch (plan.delivery()) {
      case AT_LEAST_ONCE -> read.commitOffsetsInFinalize();
      // the offsets are in the transactions, and nobody else may commit any
      case EXACTLY_ONCE -> read;
    };
  }

  private KafkaIO.WriteRecords<byte[], byte[]> write() {
    Substitutes substitutes = plan.substitutes();
    return KafkaIO.<byte[], byte[]>writeRecords()
        .withBootstrapServers(plan.connection().bootstrapServers())
        .withTopic(plan.outputTopic())
        .withKeySerializer(ByteArraySerializer.class)
        .withValueSerializer(ByteArraySerializer.class)
        .withProducerFactoryFn(properties -> new SubstitutingProducer(properties, substitutes))
        .withProducerConfigUpdates(plan.producer());
  }
}
