package org.relunet.pipeline.cluster.local;

import java.util.List;
import java.util.Map;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.GenerateSequence;
import org.apache.beam.sdk.io.kafka.KafkaIO;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Gauge;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.kafka.common.serialization.StringSerializer;
import org.joda.time.Duration;
import org.relunet.pipeline.cluster.ClusterClassPath;

/** Small jobs, sent to a cluster as those of this program are. */
final class ClusterPipelines {
  private ClusterPipelines() {}

  /** Counts elements, as Beam metrics. */
  private static final class Count extends DoFn<Long, Void> {
    private final Counter records = Metrics.counter("relunet", "recordsIn");
    private final Counter triples = Metrics.counter("relunet", "triples_place of birth/1");
    private final Gauge last = Metrics.gauge("relunet", "modelAgeSeconds");

    @ProcessElement
    public void count(@Element Long element) {
      records.inc();
      triples.inc();
      last.set(element);
    }
  }

  /**
   * Submits a stream that counts until it is ended.
   *
   * @param master host:port of Flink's REST interface
   */
  static void submitEndless(String master) {
    FlinkPipelineOptions options = options(master);
    options.setStreaming(true);
    options.setAttachedMode(false);
    options.setCheckpointingInterval(500L);
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply(GenerateSequence.from(0).withRate(10, Duration.standardSeconds(1)))
        .apply("Count", ParDo.of(new Count()));
    pipeline.run();
  }

  /**
   * Writes a record to a topic, once for every way of compressing it.
   *
   * @param master host:port of Flink's REST interface
   */
  static void writeCompressed(String master, KafkaTopic topic, List<String> compressions) {
    Pipeline pipeline = Pipeline.create(options(master));
    for (String compression : compressions) {
      pipeline
          .apply("record " + compression, Create.of(compression))
          .apply(
              "write " + compression,
              KafkaIO.<Void, String>write()
                  .withBootstrapServers(topic.broker())
                  .withTopic(topic.name())
                  .withValueSerializer(StringSerializer.class)
                  .withProducerConfigUpdates(Map.of("compression.type", compression))
                  .values());
    }
    pipeline.run().waitUntilFinish();
  }

  private static FlinkPipelineOptions options(String master) {
    FlinkPipelineOptions options = PipelineOptionsFactory.as(FlinkPipelineOptions.class);
    options.setRunner(FlinkRunner.class);
    options.setFlinkMaster(master);
    options.setParallelism(1);
    options.setFilesToStage(ClusterClassPath.ofThisProcess().staged());
    return options;
  }
}
