package org.relunet.pipeline.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.deployment.DockerFiles;

/** A stream on a cluster whose servers are killed. It takes a minute. */
class HighAvailabilityTest {
  @TempDir static Path directory;
  private static TestCluster cluster;
  private static FlinkCluster flink;

  @BeforeAll
  static void startAStream() throws Exception {
    cluster =
        TestCluster.start(
            LocalClusterSettings.in(directory)
                .withTaskManagers(2)
                .withSlots(1)
                .withHeapMegabytes(256)
                .withHighAvailability());
    flink = new FlinkCluster(cluster.get().addresses().flinkMaster());
    ClusterPipelines.submitEndless(flink.master());
    awaitNewCheckpoint();
  }

  @AfterAll
  static void stopTheCluster() {
    cluster.close();
  }

  @Test
  void itGoesOnWhereItWasAfterTheJobManagerIsKilled() throws Exception {
    String id = flink.job().path("jid").asText();
    cluster.get().kill("jobmanager");
    assertThat(cluster.get().status().overview()).isEmpty();
    cluster.get().restart("jobmanager");

    FlinkCluster.await("the job is restored", HighAvailabilityTest::isRestored);
    awaitNewCheckpoint();
    assertThat(flink.job().path("jid").asText()).isEqualTo(id);
  }

  @Test
  void itMovesToAnotherTaskManagerWhenItsOwnIsKilled() throws Exception {
    String killed = flink.taskManager();
    cluster.get().kill(killed);

    FlinkCluster.await(
        "the job runs elsewhere", () -> isRunning() && !flink.taskManager().equals(killed));
    awaitNewCheckpoint();
    cluster.get().restart(killed);
    assertThat(cluster.get().status().overview().orElseThrow().taskManagers()).isEqualTo(2);
  }

  @Test
  void prometheusFindsWhatItCountsOnTheLoopbackInterfaceAlone() throws Exception {
    String address = cluster.get().addresses().prometheus().get(flink.taskManager());

    FlinkCluster.await(
        "metrics", () -> FlinkCluster.get(address).contains("relunet_modelAgeSeconds"));
    assertThat(FlinkCluster.get(address))
        .contains("\nflink_taskmanager_job_task_operator_relunet_recordsIn{")
        .contains("\nflink_taskmanager_job_task_operator_relunet_triples_place_of_birth_1{")
        .contains("\nflink_taskmanager_job_task_operator_relunet_modelAgeSeconds{");
    String ofTheJobManager = cluster.get().addresses().prometheus().get("jobmanager");
    assertThat(FlinkCluster.get(address) + FlinkCluster.get(ofTheJobManager))
        .as("what the dashboard shows of Flink")
        .contains(metricsOfFlink());
    String otherInterface = address.replace("127.0.0.1", "127.0.0.2");
    assertThatThrownBy(() -> FlinkCluster.get(otherInterface)).isInstanceOf(ConnectException.class);
  }

  private static List<String> metricsOfFlink() throws IOException {
    return DockerFiles.json("grafana/dashboards/relunet-stream.json").findValues("expr").stream()
        .flatMap(shown -> Pattern.compile("\\bflink_\\w+").matcher(shown.asText()).results())
        .map(found -> "\n" + found.group() + "{")
        .toList();
  }

  private static void awaitNewCheckpoint() throws Exception {
    FlinkCluster.await("the job runs", HighAvailabilityTest::isRunning);
    long before = completed();
    FlinkCluster.await("a checkpoint", () -> completed() > before);
  }

  private static boolean isRunning() throws IOException {
    return flink.job().path("state").asText().equals("RUNNING");
  }

  private static boolean isRestored() throws IOException {
    return flink.checkpoints().path("counts").path("restored").asInt() > 0;
  }

  private static long completed() throws IOException {
    return flink.checkpoints().path("latest").path("completed").path("id").asLong();
  }
}
