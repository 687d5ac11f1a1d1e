package org.relunet.pipeline.cluster.local;

import java.util.List;
import java.util.stream.Stream;

/** Options of the servers' JVMs. */
final class JavaOptions {
  /** What is logged goes to standard error, which is the server's log. */
  static final List<String> LOGGING =
      List.of(
          "-Dorg.slf4j.simpleLogger.showDateTime=true",
          "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
          "-Dorg.slf4j.simpleLogger.showShortLogName=true");

  /** What Flink's own scripts open to it, as far as jobs of this program meet it. */
  static final List<String> OPENED =
      Stream.of(
              "java.lang",
              "java.lang.reflect",
              "java.net",
              "java.io",
              "java.nio",
              "java.text",
              "java.time",
              "java.util",
              "java.util.concurrent",
              "java.util.concurrent.atomic",
              "java.util.concurrent.locks")
          .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
          .toList();

  /** The piece tokenizer must not look for libraries in the network. */
  static final List<String> OFFLINE = List.of("-Dai.djl.offline=true");

  private JavaOptions() {}

  static List<String> together(List<List<String>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }
}
