package org.relunet.pipeline.cluster.process;

import java.util.List;
import java.util.stream.Stream;

/** Options of the servers' JVMs. */
public final class JavaOptions {
  /** What is logged goes to standard error, which is the server's log. */
  public static final List<String> LOGGING =
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

  /** What tells JVMs of libraries that are unpacked already. */
  private static final List<String> PLACES_OF_LIBRARIES =
      List.of("org.bytedeco.javacpp.pathsFirst", "java.library.path", "jna.boot.library.path");

  private JavaOptions() {}

  /**
   * Native libraries are looked for where this process looks for them, and never in the network.
   */
  static List<String> nativeLibraries() {
    Stream<String> places =
        PLACES_OF_LIBRARIES.stream()
            .filter(name -> System.getProperty(name) != null)
            .map(name -> "-D" + name + "=" + System.getProperty(name));
    return Stream.concat(places, Stream.of("-Dai.djl.offline=true")).toList();
  }

  public static List<String> together(List<List<String>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }
}
