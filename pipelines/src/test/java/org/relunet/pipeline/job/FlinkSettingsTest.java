package org.relunet.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.pipeline.embedded.EmbeddedFlink;

class FlinkSettingsTest {
  @Test
  void withoutAMasterFlinkRunsInThisProcess() {
    FlinkSettings settings = new FlinkSettings(Optional.empty(), Optional.of(3));
    assertThat(settings.embedded()).isTrue();
    assertThat(settings.options("job", 3).getFlinkMaster()).isEqualTo(EmbeddedFlink.MASTER);
    assertThat(settings.options("job", 3).getParallelism()).isEqualTo(3);
  }

  @Test
  void aClusterIsSentTheProgramsClassPath() {
    FlinkSettings settings = new FlinkSettings(Optional.of("host:8081"), Optional.empty());
    assertThat(settings.embedded()).isFalse();
    assertThat(settings.options("job", 3).getFlinkMaster()).isEqualTo("host:8081");
    assertThat(settings.options("job", 3).getFilesToStage())
        .isNotEmpty()
        .noneMatch(file -> file.contains("/flink-core-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "host:", ":8081", "http://host:8081", "host:80 81", "host:65536"})
  void aMasterIsAHostAndAPort(String master) {
    assertThatThrownBy(() -> new FlinkSettings(Optional.of(master), Optional.empty()))
        .hasMessageContaining("host:port");
  }
}
