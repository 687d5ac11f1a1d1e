package org.relunet.pipeline.cluster;

import java.util.Set;

/** The jars that are told apart, by their names up to the version. */
final class ClusterJars {
  /** What loads native libraries, and what its classes need. */
  static final Set<String> NATIVE =
      Set.of(
          "tensorflow-core-api",
          "tensorflow-core-native",
          "ndarray",
          "javacpp",
          "protobuf-java",
          // the piece tokenizer, with the core of the library that it is a part of (ai.djl:api)
          "tokenizers",
          "api",
          "gson",
          "jna");

  /** What Flink's processes need beside Flink's jars; jobs bring their own versions. */
  static final Set<String> NEEDED_BY_FLINK =
      Set.of(
          "async-profiler",
          "chill-java",
          "commons-cli",
          "commons-collections",
          "commons-compress",
          "commons-io",
          "commons-lang3",
          "commons-math3",
          "commons-text",
          "javassist",
          "jsr305",
          "kryo",
          "lz4-java",
          "minlog",
          "objenesis",
          "snakeyaml-engine",
          "snappy-java");

  /** Kafka's broker, and what nothing else here needs. */
  static final Set<String> BROKER =
      Set.of(
          "argparse4j",
          "audience-annotations",
          "caffeine",
          "commons-beanutils",
          "commons-digester",
          "commons-validator",
          "jackson-dataformat-csv",
          "jackson-module-scala_2.13",
          "jopt-simple",
          "jose4j",
          "kafka-group-coordinator",
          "kafka-group-coordinator-api",
          "kafka-metadata",
          "kafka-raft",
          "kafka-server",
          "kafka-server-common",
          "kafka-storage",
          "kafka-storage-api",
          "kafka-tools-api",
          "kafka-transaction-coordinator",
          "kafka_2.13",
          "metrics-core",
          "netty-buffer",
          "netty-codec",
          "netty-common",
          "netty-handler",
          "netty-resolver",
          "netty-transport",
          "netty-transport-classes-epoll",
          "netty-transport-native-epoll",
          "netty-transport-native-unix-common",
          "paranamer",
          "pcollections",
          "scala-collection-compat_2.13",
          "scala-java8-compat_2.13",
          "scala-library",
          "scala-logging_2.13",
          "scala-reflect",
          "zookeeper",
          "zookeeper-jute");

  /** What the broker needs and jobs, or Flink, need too. */
  static final Set<String> NEEDED_BY_BROKER =
      Set.of(
          "commons-cli",
          "commons-collections",
          "commons-io",
          "commons-logging",
          "jackson-annotations",
          "jackson-core",
          "jackson-databind",
          "jackson-datatype-jdk8",
          "kafka-clients",
          "lz4-java",
          "reload4j",
          "slf4j-api",
          "slf4j-simple",
          "snappy-java",
          "zstd-jni");

  private ClusterJars() {}

  static boolean isFlink(String artifact) {
    return artifact.startsWith("flink-") || artifact.startsWith("slf4j-");
  }
}
