package org.relunet.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterClassPathTest {
  @Test
  void whatHoldsNativeLibrariesAndWhatTheClusterHasIsNotSent() {
    List<String> jars =
        List.of(
            "/m2/tensorflow-core-api-1.1.0.jar",
            "/m2/tensorflow-core-native-1.1.0-linux-x86_64.jar",
            "/m2/ndarray-1.0.0.jar",
            "/m2/javacpp-1.5.10.jar",
            "/m2/protobuf-java-3.21.9.jar",
            "/m2/tokenizers-0.36.0.jar",
            "/m2/jna-5.17.0.jar",
            "/m2/flink-core-1.19.3.jar",
            "/m2/slf4j-simple-2.0.16.jar",
            "/m2/beam-runners-flink-1.19-2.70.0.jar",
            "/m2/opennlp-tools-2.5.4.jar",
            "/target/relunet-pipelines-1.jar",
            "/target/relunet-encoder-transformer-1.jar");
    assertThat(new ClusterClassPath(jars).staged())
        .containsExactly(
            "/m2/beam-runners-flink-1.19-2.70.0.jar",
            "/m2/opennlp-tools-2.5.4.jar",
            "/target/relunet-pipelines-1.jar",
            "/target/relunet-encoder-transformer-1.jar");
  }
}
