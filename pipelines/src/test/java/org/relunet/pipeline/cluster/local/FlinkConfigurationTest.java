package org.relunet.pipeline.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relunet.deployment.FlinkKeys;

class FlinkConfigurationTest {
  @Test
  void everyKeyIsOneOfFlinks() {
    Path directory = Path.of("/cluster");
    Map<String, String> keys =
        new FlinkConfiguration(LocalClusterSettings.in(directory), new ClusterDirectory(directory))
            .keys(1, 2, Optional.of("127.0.0.1:3"));

    assertThat(keys.keySet())
        .allSatisfy(key -> assertThat(FlinkKeys.isKnown(key)).as(key).isTrue());
  }
}
