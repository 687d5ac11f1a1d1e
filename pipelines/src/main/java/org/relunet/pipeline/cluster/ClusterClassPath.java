package org.relunet.pipeline.cluster;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which jars of this program stand on a cluster, and which are sent to it with a job.
 *
 * <p>Native libraries can be loaded by one class loader of a process only, and a job's classes get
 * a new one each time: the jars that load them stand on the TaskManagers' own class path, together
 * with whatever of theirs meets the job's classes, and are not sent along. Neither is Flink, nor
 * Kafka's broker. What compresses Kafka's records is sent: it unpacks its libraries under a new
 * name each time.
 */
public record ClusterClassPath(List<String> entries) {
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
    return select(
        artifact ->
            !ClusterJars.isFlink(artifact)
                && !ClusterJars.NATIVE.contains(artifact)
                && !ClusterJars.BROKER.contains(artifact));
  }

  /** The class path of a JobManager, and of Flink's ZooKeeper. */
  public List<String> jobManager() {
    return select(ClusterClassPath::isOfJobManager);
  }

  /** The class path of a TaskManager. */
  public List<String> taskManager() {
    return select(artifact -> isOfJobManager(artifact) || ClusterJars.NATIVE.contains(artifact));
  }

  /** The class path of Kafka's broker. */
  public List<String> broker() {
    return select(
        artifact ->
            ClusterJars.BROKER.contains(artifact)
                || ClusterJars.NEEDED_BY_BROKER.contains(artifact));
  }

  private static boolean isOfJobManager(String artifact) {
    return ClusterJars.isFlink(artifact) || ClusterJars.NEEDED_BY_FLINK.contains(artifact);
  }

  private List<String> select(Predicate<String> artifacts) {
    return entries.stream().filter(entry -> artifacts.test(artifact(entry))).toList();
  }

  /** The name of the file up to its version. */
  private static String artifact(String entry) {
    return VERSION.matcher(Path.of(entry).getFileName().toString()).replaceFirst("");
  }
}
