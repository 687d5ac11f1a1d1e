package org.relunet.pipeline.cluster.local;

import java.nio.file.Path;

/**
 * A cluster to be started on this machine.
 *
 * @param directory where it keeps addresses, processes, configuration, data and logs
 * @param taskManagers processes that run tasks
 * @param slots tasks that each of them runs at a time
 * @param heapMegabytes heap that the tasks of one share; native libraries take memory beside it
 * @param kafka whether it has a broker of Kafka
 * @param highAvailability whether its jobs outlive the JobManager
 */
public record LocalClusterSettings(
    Path directory,
    int taskManagers,
    int slots,
    int heapMegabytes,
    boolean kafka,
    boolean highAvailability) {
  public static final int DEFAULT_TASK_MANAGERS = 1;
  public static final int DEFAULT_SLOTS = 2;
  public static final int DEFAULT_HEAP_MEGABYTES = 2048;

  private static final int SMALLEST_HEAP_MEGABYTES = 256;

  public LocalClusterSettings {
    directory = directory.toAbsolutePath().normalize();
    if (taskManagers < 1) {
      throw new IllegalArgumentException(
          "a cluster has at least 1 TaskManager, not " + taskManagers);
    }
    if (slots < 1) {
      throw new IllegalArgumentException("a TaskManager has at least 1 slot, not " + slots);
    }
    if (heapMegabytes < SMALLEST_HEAP_MEGABYTES) {
      throw new IllegalArgumentException(
          "the tasks' heap is at least %d MB, not %d"
              .formatted(SMALLEST_HEAP_MEGABYTES, heapMegabytes));
    }
  }

  /** One with Flink alone. */
  public static LocalClusterSettings in(Path directory) {
    return new LocalClusterSettings(
        directory, DEFAULT_TASK_MANAGERS, DEFAULT_SLOTS, DEFAULT_HEAP_MEGABYTES, false, false);
  }

  public LocalClusterSettings withTaskManagers(int number) {
    return new LocalClusterSettings(
        directory, number, slots, heapMegabytes, kafka, highAvailability);
  }

  public LocalClusterSettings withSlots(int each) {
    return new LocalClusterSettings(
        directory, taskManagers, each, heapMegabytes, kafka, highAvailability);
  }

  public LocalClusterSettings withHeapMegabytes(int megabytes) {
    return new LocalClusterSettings(
        directory, taskManagers, slots, megabytes, kafka, highAvailability);
  }

  public LocalClusterSettings withKafka() {
    return new LocalClusterSettings(
        directory, taskManagers, slots, heapMegabytes, true, highAvailability);
  }

  public LocalClusterSettings withHighAvailability() {
    return new LocalClusterSettings(directory, taskManagers, slots, heapMegabytes, kafka, true);
  }
}
