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
  private static final List<String> BROKER =
      List.of(
          "/m2/kafka_2.13-3.9.1.jar",
          "/m2/kafka-server-common-3.9.1.jar",
          "/m2/scala-library-2.13.15.jar",
          "/m2/zookeeper-3.8.4.jar",
          "/m2/netty-transport-native-epoll-4.1.105.Final.jar",
          "/m2/metrics-core-2.2.0.jar");
  private static final List<String> KAFKA_CLIENT =
      List.of("/m2/kafka-clients-3.9.1.jar", "/m2/zstd-jni-1.5.6-4.jar");
  private static final List<String> OF_BOTH =
      List.of("/m2/commons-lang3-3.18.0.jar", "/m2/kryo-2.24.0.jar");
  private static final List<String> JOB =
      List.of(
          "/m2/beam-runners-flink-1.19-2.70.0.jar",
          "/m2/beam-sdks-java-io-kafka-2.70.0.jar",
          "/m2/avro-1.11.4.jar",
          "/m2/opennlp-tools-2.5.4.jar",
          "/target/relunet-api-1.jar",
          "/target/relunet-encoder-transformer-1.jar",
          "/target/classes");

  private final ClusterClassPath classPath =
      new ClusterClassPath(together(List.of(NATIVE, FLINK, BROKER, KAFKA_CLIENT, OF_BOTH, JOB)));

  @Test
  void whatLoadsNativeLibrariesFlinkItselfAndTheBrokerAreNotSent() {
    assertThat(classPath.staged())
        .containsExactlyElementsOf(together(List.of(KAFKA_CLIENT, OF_BOTH, JOB)));
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
  void aBrokerHoldsKafkaAloneAndWhatItNeeds() {
    assertThat(classPath.broker())
        .containsAll(BROKER)
        .containsAll(KAFKA_CLIENT)
        .contains("/m2/slf4j-simple-2.0.16.jar")
        .doesNotContainAnyElementsOf(NATIVE)
        .doesNotContainAnyElementsOf(JOB);
  }

  @Test
  void whatIsSentHoldsAllThatReadsAndWritesKafka() {
    assertThat(ClusterClassPath.ofThisProcess().staged())
        .extracting(entry -> entry.substring(entry.lastIndexOf('/') + 1))
        .anyMatch(name -> name.startsWith("kafka-clients-"))
        .anyMatch(name -> name.startsWith("beam-sdks-java-io-kafka-"))
        .anyMatch(name -> name.startsWith("avro-"))
        .anyMatch(name -> name.startsWith("zstd-jni-"))
        .anyMatch(name -> name.startsWith("lz4-java-"))
        .anyMatch(name -> name.startsWith("snappy-java-"))
        .as("which the broker needs too")
        .anyMatch(name -> name.startsWith("jackson-datatype-jdk8-"))
        .noneMatch(name -> name.matches("(kafka[_-](?!clients)|scala-|zookeeper|netty-).*"));
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
