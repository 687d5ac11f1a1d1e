package org.relunet.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterClassPathTest {
  private static final List<String> NATIVE =
      List.of(
          "/m2/tensorflow-core-api-1.1.0.jar",
          "/m2/tensorflow-core-native-1.1.0-linux-x86_64.jar",
          "/m2/ndarray-1.0.0.jar",
          "/m2/javacpp-1.5.10.jar",
          "/m2/protobuf-java-3.21.9.jar",
          "/m2/tokenizers-0.36.0.jar",
          "/m2/api-0.36.0.jar",
          "/m2/gson-2.13.1.jar",
          "/m2/jna-5.17.0.jar");
  private static final List<String> FLINK =
      List.of(
          "/m2/flink-core-1.19.3.jar",
          "/m2/flink-shaded-asm-9-9.5-17.0.jar",
          "/m2/slf4j-simple-2.0.16.jar");
  private static final List<String> OF_BOTH =
      List.of("/m2/commons-lang3-3.18.0.jar", "/m2/kryo-2.24.0.jar");
  private static final List<String> JOB =
      List.of(
          "/m2/beam-runners-flink-1.19-2.70.0.jar",
          "/m2/opennlp-tools-2.5.4.jar",
          "/target/relunet-api-1.jar",
          "/target/relunet-encoder-transformer-1.jar",
          "/target/classes");

  private final ClusterClassPath classPath =
      new ClusterClassPath(together(List.of(NATIVE, FLINK, OF_BOTH, JOB)));

  @Test
  void whatLoadsNativeLibrariesAndFlinkItselfAreNotSent() {
    assertThat(classPath.staged()).containsExactlyElementsOf(together(List.of(OF_BOTH, JOB)));
  }

  @Test
  void aPluginIsSentThoughItsNameBeginsLikeALibrarys() {
    List<String> plugins =
        List.of("plugins/tokenizers-of-acme.jar", "plugins/tensorflow-encoder-2.jar");

    assertThat(new ClusterClassPath(plugins).staged()).isEqualTo(plugins);
  }

  @Test
  void aTaskManagerHoldsThemAndNothingOfTheJob() {
    assertThat(classPath.taskManager())
        .containsExactlyElementsOf(together(List.of(NATIVE, FLINK, OF_BOTH)));
  }

  @Test
  void aJobManagerHoldsFlinkAlone() {
    assertThat(classPath.jobManager()).containsExactlyElementsOf(together(List.of(FLINK, OF_BOTH)));
  }

  @Test
  void thisProgramsClassPathHoldsAllThatStandsOnATaskManager() {
    assertThat(ClusterClassPath.ofThisProcess().taskManager())
        .extracting(entry -> entry.substring(entry.lastIndexOf('/') + 1))
        .anyMatch(name -> name.startsWith("tensorflow-core-native-"))
        .anyMatch(name -> name.startsWith("tokenizers-"))
        .anyMatch(name -> name.startsWith("flink-runtime-"));
  }

  private static List<String> together(List<List<String>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }
}
