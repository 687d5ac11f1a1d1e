package org.relunet.deployment;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** The keys that Flink knows, which says nothing of others. */
public final class FlinkKeys {
  private static final String METRIC_REPORTER = "metrics\\.reporter\\.prometheus\\..*";

  /** Of parts of Flink that only the image's user has. */
  private static final Set<String> OF_THE_OPERATOR = Set.of("kubernetes.entry.path");

  private FlinkKeys() {}

  public static boolean isKnown(String key) {
    return key.matches(METRIC_REPORTER) || OF_THE_OPERATOR.contains(key) || known().contains(key);
  }

  private static Set<String> known() {
    Set<String> keys = new TreeSet<>();
    Stream.of(
            BlobServerOptions.class,
            CheckpointingOptions.class,
            CoreOptions.class,
            HeartbeatManagerOptions.class,
            HighAvailabilityOptions.class,
            JobManagerOptions.class,
            RestOptions.class,
            TaskManagerOptions.class)
        .flatMap(options -> Stream.of(options.getFields()))
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .filter(field -> field.getType() == ConfigOption.class)
        .forEach(field -> keys.add(key(field)));
    return keys;
  }

  private static String key(Field field) {
    try {
      return ((ConfigOption<?>) field.get(null)).key();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
