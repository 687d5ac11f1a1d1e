package org.relunet.pipeline.cluster.local;

import java.util.Map;

/**
 * The parts of a TaskManager's memory, in MB; Flink works out the others.
 *
 * @param taskHeap heap for the tasks
 */
record TaskManagerMemory(int taskHeap) {
  private static final int TASK_OFF_HEAP = 256;
  private static final int NETWORK = 64;

  /** Sorts and groups; here only the index of the results, which is small. */
  private static final int MANAGED = 64;

  /** Every job loads its classes anew, and some leave only when the collector gets to them. */
  private static final int METASPACE = 512;

  Map<String, String> configuration() {
    return Map.of(
        "taskmanager.memory.task.heap.size", taskHeap + "m",
        "taskmanager.memory.task.off-heap.size", TASK_OFF_HEAP + "m",
        "taskmanager.memory.network.min", NETWORK + "m",
        "taskmanager.memory.network.max", NETWORK + "m",
        "taskmanager.memory.managed.size", MANAGED + "m",
        "taskmanager.memory.jvm-metaspace.size", METASPACE + "m");
  }
}
