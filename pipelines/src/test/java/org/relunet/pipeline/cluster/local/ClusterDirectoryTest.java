package org.relunet.pipeline.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.pipeline.cluster.ClusterException;

class ClusterDirectoryTest {
  @TempDir Path temporary;
  private ClusterDirectory directory;

  @BeforeEach
  void inAPlaceThatDoesNotExistYet() {
    directory = new ClusterDirectory(temporary.resolve("new/cluster"));
  }

  @Test
  void serversAndAddressesAreRemembered() throws IOException {
    RunningServer server =
        new RunningServer("taskmanager", 17, Instant.parse("2026-01-02T03:04:05.670Z"));
    directory.create();
    directory.add(server);
    directory.writeAddresses(Map.of("flink-master", "127.0.0.1:8081"));
    assertThat(directory.servers()).containsExactly(server);
    assertThat(directory.addresses()).isEqualTo(Map.of("flink-master", "127.0.0.1:8081"));
  }

  @Test
  void theConfigurationIsYaml() throws IOException {
    directory.create();
    directory.writeConfiguration(Map.of("io.tmp.dirs", "/it's/here"));
    assertThat(directory.configuration().resolve("config.yaml"))
        .hasContent("io.tmp.dirs: '/it''s/here'\n");
  }

  @Test
  void whatIsForgottenLeavesLogsAndData() throws IOException {
    directory.create();
    directory.add(new RunningServer("jobmanager", 17, Instant.EPOCH));
    Files.createFile(directory.log("jobmanager"));
    Files.createFile(directory.temporary().resolve("left"));
    Files.createFile(directory.arguments("jobmanager"));
    Files.createDirectory(directory.data("kafka"));
    Files.createDirectories(directory.highAvailability().resolve("zookeeper"));
    directory.forget();
    assertThat(directory.servers()).isEmpty();
    assertThat(directory.path().toFile().list())
        .containsExactlyInAnyOrder("relunet-cluster", "jobmanager.log", "kafka");
    directory.create();
  }

  @Test
  void aDirectoryOfSomethingElseIsRefusedAndLeftAlone() throws IOException {
    Path others = Files.createDirectories(temporary.resolve("temporary/of-another")).getParent();
    ClusterDirectory wrong = new ClusterDirectory(others.getParent());
    assertThatThrownBy(wrong::create)
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("holds other files");
    wrong.forget();
    assertThat(others.resolve("of-another")).exists();
  }

  @Test
  void aPlaceThatDoesNotExistHoldsNoServers() throws IOException {
    assertThat(directory.servers()).isEmpty();
    assertThat(directory.addresses()).isEmpty();
    directory.forget();
    assertThat(directory.path()).doesNotExist();
  }
}
