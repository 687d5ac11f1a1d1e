package org.relunet.pipeline.cluster;

import java.nio.file.Path;

/**
 * A cluster to be started on this machine.
 *
 * @param directory where it keeps addresses, processes, configuration and logs
 * @param slots tasks that its TaskManager runs at a time
 * @param heapMegabytes heap that the tasks share; native libraries take memory beside it
 */
public record LocalClusterSettings(Path directory, int slots, int heapMegabytes) {
  private static final int SMALLEST_HEAP_MEGABYTES = 256;

  public LocalClusterSettings {
    directory = directory.toAbsolutePath().normalize();
    if (slots < 1) {
      throw new IllegalArgumentException("a cluster has at least 1 slot, not " + slots);
    }
    if (heapMegabytes < SMALLEST_HEAP_MEGABYTES) {
      throw new IllegalArgumentException(
          "the tasks' heap is at least %d MB, not %d"
              .formatted(SMALLEST_HEAP_MEGABYTES, heapMegabytes));
    }
  }
}
