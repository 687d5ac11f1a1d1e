package org.relunet.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterOverviewTest {
  @Test
  void aClusterSaysHowManySlotsItHas() {
    String answer =
        """
        {"taskmanagers":2,"slots-total":8,"slots-available":3,"jobs-running":1,
         "flink-version":"1.19.3","flink-commit":"a2c9c8d"}""";
    assertThat(ClusterOverview.parse("host:8081", answer))
        .isEqualTo(new ClusterOverview("host:8081", 2, 8, 3, "1.19.3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>404</html>", "{}", "[1]", "{\"slots-total\": 8}"})
  void whateverElseAnswersIsNoCluster(String answer) {
    assertThatThrownBy(() -> ClusterOverview.parse("host:80", answer))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("host:80 is not the REST interface of a Flink cluster");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.20.0", "1.18.1", "2.0.0", "1.1", "unknown"})
  void aClusterOfAnotherFlinkIsRefused(String version) {
    ClusterOverview other = new ClusterOverview("host:8081", 1, 2, 2, version);
    assertThatThrownBy(other::requireSameFlink)
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("host:8081 runs Flink " + version)
        .hasMessageContaining("made for Flink 1.19");
  }

  @Test
  void aClusterOfTheSameFlinkButForTheLastNumberIsNot() {
    new ClusterOverview("host:8081", 1, 2, 2, "1.19.0").requireSameFlink();
  }

  @Test
  void nobodyAnswering() throws IOException {
    String master = "localhost:" + FreePorts.find(1).get(0);
    assertThatThrownBy(() -> ClusterOverview.of(master))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("no Flink cluster can be reached at " + master);
  }
}
