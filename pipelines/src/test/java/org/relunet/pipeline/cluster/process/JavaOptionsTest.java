package org.relunet.pipeline.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaOptionsTest {
  @Test
  void whereNativeLibrariesAreUnpackedIsHandedOn() {
    System.setProperty("jna.boot.library.path", "/opt/relunet/native");
    try {
      assertThat(JavaOptions.nativeLibraries())
          .contains("-Djna.boot.library.path=/opt/relunet/native", "-Dai.djl.offline=true")
          .noneMatch(option -> option.contains("pathsFirst"));
    } finally {
      System.clearProperty("jna.boot.library.path");
    }
  }
}
