package org.relunet.pipeline.cluster;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which jars of this program stand on a cluster, and which are sent to it with a job.
 *
 * <p>Native libraries can be loaded by one class loader of a process only, and a job's classes get
 * a new one each time: the jars that load them stand on the TaskManagers' own class path, together
 * with whatever of theirs meets the job's classes, and are not sent along. Neither is Flink.
 */
public record ClusterClassPath(List<String> entries) {
  /** What loads native libraries, and what its classes need. */
  private static final Set<String> NATIVE =
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
  private static final Set<String> NEEDED_BY_FLINK =
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

  private static final Pattern VERSION = Pattern.compile("-\\d.*");

  public ClusterClassPath {
    entries = List.copyOf(entries);
  }

  public static ClusterClassPath ofThisProcess() {
    String classPath = System.getProperty("java.class.path");
    return new ClusterClassPath(List.of(classPath.split(File.pathSeparator)));
  }

  /** What is sent with the job. */
  public List<String> staged() {
    return select(artifact -> !isFlink(artifact) && !NATIVE.contains(artifact));
  }

  /** The class path of a JobManager. */
  public List<String> jobManager() {
    return select(artifact -> isFlink(artifact) || NEEDED_BY_FLINK.contains(artifact));
  }

  /** The class path of a TaskManager. */
  public List<String> taskManager() {
    return select(
        artifact ->
            isFlink(artifact) || NEEDED_BY_FLINK.contains(artifact) || NATIVE.contains(artifact));
  }

  private List<String> select(Predicate<String> artifacts) {
    return entries.stream().filter(entry -> artifacts.test(artifact(entry))).toList();
  }

  private static boolean isFlink(String artifact) {
    return artifact.startsWith("flink-") || artifact.startsWith("slf4j-");
  }

  /** The name of the file up to its version. */
  private static String artifact(String entry) {
    return VERSION.matcher(Path.of(entry).getFileName().toString()).replaceFirst("");
  }
}
