package org.relunet.pipeline.job;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The class path that a job takes to a cluster.
 *
 * <p>Native libraries can be loaded by one class loader of a process only, and a job's classes get
 * a new one each time: TensorFlow, the piece tokenizer and their bindings must therefore stand on
 * the TaskManagers' own class path and are not sent along. Neither are Flink's jars, which are
 * there.
 */
record ClusterClassPath(List<String> entries) {
  private static final Pattern ON_THE_CLUSTER =
      Pattern.compile(
          "(tensorflow-|ndarray-|javacpp-|protobuf-java-|tokenizers-|jna-|flink-|slf4j-).*\\.jar");

  static ClusterClassPath ofThisProcess() {
    String classPath = System.getProperty("java.class.path");
    return new ClusterClassPath(List.of(classPath.split(File.pathSeparator)));
  }

  /** What is sent with the job. */
  List<String> staged() {
    return entries.stream()
        .filter(entry -> !ON_THE_CLUSTER.matcher(fileName(entry)).matches())
        .toList();
  }

  private static String fileName(String entry) {
    return Path.of(entry).getFileName().toString();
  }
}
