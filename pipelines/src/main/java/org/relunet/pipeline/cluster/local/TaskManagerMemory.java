package org.relunet.pipeline.cluster.local;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parts of a TaskManager's memory, in MB. Flink's shell scripts work out those that are not
 * configured; a TaskManager that is started without them refuses to, so every one is set here, and
 * the Java options follow from the same numbers.
 *
 * @param taskHeap heap for the tasks
 */
record TaskManagerMemory(int taskHeap) {
  private static final int FRAMEWORK_HEAP = 128;
  private static final int FRAMEWORK_OFF_HEAP = 128;
  private static final int TASK_OFF_HEAP = 256;
  private static final int NETWORK = 64;

  /** Sorts and groups; here only the index of the results, which is small. */
  private static final int MANAGED = 64;

  /** Every job loads its classes anew, and some leave only when the collector gets to them. */
  private static final int METASPACE = 512;

  private static final int OVERHEAD = 192;

  Map<String, String> configuration() {
    Map<String, String> keys = new TreeMap<>();
    keys.put("taskmanager.memory.framework.heap.size", FRAMEWORK_HEAP + "m");
    keys.put("taskmanager.memory.task.heap.size", taskHeap + "m");
    keys.put("taskmanager.memory.framework.off-heap.size", FRAMEWORK_OFF_HEAP + "m");
    keys.put("taskmanager.memory.task.off-heap.size", TASK_OFF_HEAP + "m");
    keys.put("taskmanager.memory.network.min", NETWORK + "m");
    keys.put("taskmanager.memory.network.max", NETWORK + "m");
    keys.put("taskmanager.memory.managed.size", MANAGED + "m");
    keys.put("taskmanager.memory.jvm-metaspace.size", METASPACE + "m");
    keys.put("taskmanager.memory.jvm-overhead.min", OVERHEAD + "m");
    keys.put("taskmanager.memory.jvm-overhead.max", OVERHEAD + "m");
    return keys;
  }

  List<String> javaOptions() {
    return List.of(
        "-Xmx%dm".formatted(FRAMEWORK_HEAP + taskHeap),
        "-XX:MaxDirectMemorySize=%dm".formatted(FRAMEWORK_OFF_HEAP + TASK_OFF_HEAP + NETWORK),
        "-XX:MaxMetaspaceSize=%dm".formatted(METASPACE));
  }
}
