package org.relunet.pipeline.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.pipeline.cluster.ClusterException;

class LocalClusterTest {
  private static final int MORE_MEGABYTES_THAN_ADDRESSES = 1_000_000_000;

  @TempDir Path directory;

  @Test
  void aClusterThatDoesNotComeUpLeavesItsLogsAndNoProcess() throws IOException {
    LocalClusterSettings settings =
        LocalClusterSettings.in(directory).withHeapMegabytes(MORE_MEGABYTES_THAN_ADDRESSES);
    assertThatThrownBy(() -> LocalCluster.start(settings))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("taskmanager-1 ended")
        .hasMessageContaining("taskmanager-1.log");
    assertThat(new LocalCluster(directory).status().servers()).isEmpty();
    assertThat(ProcessHandle.current().children().filter(this::isServer)).isEmpty();
    assertThat(directory.resolve("taskmanager-1.log")).isNotEmptyFile();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.filter(path -> !path.equals(directory)).toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
            .as(each.toString())
            .isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------");
      }
    }
  }

  @Test
  void noClusterIsNotWholeAndCanBeStopped() throws IOException {
    LocalCluster none = new LocalCluster(directory);
    assertThat(none.status().isWhole()).isFalse();
    assertThat(none.stop()).isEmpty();
  }

  @Test
  void aServerThatThereIsNotCannotBeKilledOrStartedAgain() {
    LocalCluster none = new LocalCluster(directory);
    assertThatThrownBy(() -> none.kill("kafka"))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("no server 'kafka'; it has none");
    assertThatThrownBy(() -> none.restart("kafka"))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("no server 'kafka'");
    assertThatThrownBy(none::addresses)
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("no cluster in '" + directory);
  }

  @Test
  void aClusterHasTaskManagersSlotsAndHeap() {
    LocalClusterSettings settings = LocalClusterSettings.in(directory);
    assertThatThrownBy(() -> settings.withTaskManagers(0))
        .hasMessageContaining("at least 1 TaskManager");
    assertThatThrownBy(() -> settings.withSlots(0)).hasMessageContaining("at least 1 slot");
    assertThatThrownBy(() -> settings.withHeapMegabytes(10))
        .hasMessageContaining("at least 256 MB");
  }

  private boolean isServer(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(directory.toString());
  }
}
