package org.relunet.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavepointPathTest {
  @TempDir private Path directory;

  private void refused(String path, String reason) {
    assertThatThrownBy(() -> SavepointPath.require(path))
        .isInstanceOf(ClusterException.class)
        .hasMessageStartingWith("--savepoint " + path + ": ")
        .hasMessageContaining(reason);
  }

  @Test
  void whatIsNoSavepointIsRefused() throws IOException {
    refused(directory.resolve("savepoint-1").toString(), "there is no such file");
    refused(directory.resolve("savepoint-1").toUri().toString(), "there is no such file");
    refused(directory.toString(), "it has no file _metadata");
    Files.writeString(directory.resolve("_metadata"), "text");
    refused(directory.toString(), "is no metadata of Flink");
  }

  @Test
  void aSavepointAndWhatOnlyTheClusterCanSeeAreTaken() throws IOException {
    Files.write(directory.resolve("_metadata"), new byte[] {0x49, 0x60, 0x67, 0x2d, 0, 0, 0, 4});

    assertThatCode(
            () -> {
              SavepointPath.require(directory.toString());
              SavepointPath.require(directory.resolve("_metadata").toUri().toString());
              SavepointPath.require("s3://bucket/savepoint-1");
              SavepointPath.require("/no/such/directory/savepoint-1");
            })
        .doesNotThrowAnyException();
  }
}
