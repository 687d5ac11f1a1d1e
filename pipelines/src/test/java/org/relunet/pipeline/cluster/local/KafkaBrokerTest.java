package org.relunet.pipeline.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster with Kafka, in processes of its own. It takes a minute. */
class KafkaBrokerTest {
  @TempDir static Path directory;
  private static TestCluster cluster;

  @BeforeAll
  static void startTheCluster() throws IOException {
    LocalClusterSettings settings =
        LocalClusterSettings.in(directory).withSlots(1).withHeapMegabytes(256).withKafka();
    cluster = TestCluster.start(settings);
  }

  @AfterAll
  static void noProcessIsLeft() throws IOException {
    assertThat(cluster.get().stop())
        .extracting(RunningServer::name)
        .containsExactly("taskmanager-1", "jobmanager", "kafka");
    cluster.close();
    assertThat(ProcessHandle.current().children().filter(KafkaBrokerTest::isServer)).isEmpty();
    assertThat(new LocalCluster(directory).status()).isEqualTo(ClusterStatus.NONE);
  }

  @Test
  void whatIsCommittedOutlivesABrokerThatIsKilled()
      throws IOException, ExecutionException, InterruptedException {
    LocalCluster local = cluster.get();
    KafkaTopic topic = new KafkaTopic(local.addresses().kafka().orElseThrow(), "triples");
    topic.create();
    topic.commit("first");
    topic.abort("given up");

    local.kill("kafka");
    assertThat(local.status().isWhole()).isFalse();
    assertThat(local.status().kafkaAnswers()).isFalse();
    local.restart("kafka");

    assertThat(local.status().isWhole()).isTrue();
    topic.commit("second");
    assertThat(topic.read(2)).containsExactly("first", "second");
  }

  @Test
  void twoJobsOfOneTaskManagerWriteWithEveryCompression()
      throws IOException, ExecutionException, InterruptedException {
    ClusterAddresses addresses = cluster.get().addresses();
    KafkaTopic topic = new KafkaTopic(addresses.kafka().orElseThrow(), "compressed");
    topic.create();
    List<String> compressions = List.of("zstd", "lz4", "snappy", "gzip");

    ClusterPipelines.writeCompressed(addresses.flinkMaster(), topic, compressions);
    ClusterPipelines.writeCompressed(addresses.flinkMaster(), topic, compressions);

    assertThat(topic.read(8))
        .containsExactlyInAnyOrder(
            "zstd", "lz4", "snappy", "gzip", "zstd", "lz4", "snappy", "gzip");
  }

  private static boolean isServer(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(directory.toString());
  }
}
