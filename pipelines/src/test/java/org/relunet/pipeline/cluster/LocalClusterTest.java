package org.relunet.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterTest {
  private static final int MORE_MEGABYTES_THAN_ADDRESSES = 1_000_000_000;

  @TempDir Path directory;

  @Test
  void aClusterThatDoesNotComeUpLeavesItsLogsAndNoProcess() throws IOException {
    LocalClusterSettings settings =
        new LocalClusterSettings(directory, 1, MORE_MEGABYTES_THAN_ADDRESSES);
    assertThatThrownBy(() -> LocalCluster.start(settings))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("taskmanager ended")
        .hasMessageContaining("taskmanager.log");
    assertThat(new LocalCluster(directory).status().servers()).isEmpty();
    assertThat(ProcessHandle.current().children().filter(LocalClusterTest::isServer)).isEmpty();
    assertThat(directory.resolve("taskmanager.log")).isNotEmptyFile();
  }

  @Test
  void noClusterIsNotWholeAndCanBeStopped() throws IOException {
    LocalCluster none = new LocalCluster(directory);
    assertThat(none.status().isWhole()).isFalse();
    assertThat(none.stop()).isEmpty();
  }

  @Test
  void aClusterHasSlotsAndHeap() {
    assertThatThrownBy(() -> new LocalClusterSettings(directory, 0, 1024))
        .hasMessageContaining("at least 1 slot");
    assertThatThrownBy(() -> new LocalClusterSettings(directory, 1, 10))
        .hasMessageContaining("at least 256 MB");
  }

  private static boolean isServer(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains("org.apache.flink");
  }
}
