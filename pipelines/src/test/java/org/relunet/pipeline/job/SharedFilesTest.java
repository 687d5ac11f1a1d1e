package org.relunet.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.pipeline.output.WorkDirectory;

class SharedFilesTest {
  @TempDir Path directory;

  @Test
  void aWorkerThatCannotWriteNamesTheFile() {
    WorkDirectory unseen = new WorkDirectory(directory.resolve("unseen").toString());
    assertThatThrownBy(() -> new WriteParts(unseen).start())
        .hasMessageContaining("the worker on ")
        .hasMessageContaining("cannot reach '" + unseen.location())
        .hasMessageContaining("no such file or directory")
        .hasMessageContaining("same paths");
  }

  @Test
  void theReasonIsTold() {
    assertThat(SharedFiles.unreachable(new AccessDeniedException("/in.txt")))
        .hasMessageContaining("cannot reach '/in.txt' (permission denied)");
    assertThat(SharedFiles.unreachable(new FileSystemException("/in.txt", null, "disk is full")))
        .hasMessageContaining("(disk is full)");
  }
}
