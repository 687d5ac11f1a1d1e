package org.relunet.training.distributed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.relunet.common.directories.PrivateFiles;
import org.relunet.common.replacement.Replacement;
import org.relunet.graph.optimizer.Checkpoint;

/**
 * Where driver and workers speak to each other: every file appears at once and whole, what belongs
 * to a JSON file before it. All must see the directory under the same path.
 *
 * @param root of the directory
 */
public record RoundDirectory(Path root) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TASK = Pattern.compile("round-(\\d+)\\.json");
  private static final Pattern STATE = Pattern.compile("state-(\\d+)-\\d+\\..*");

  /** Makes the directory where it is missing. */
  void create() throws IOException {
    PrivateFiles.createDirectories(root);
  }

  /** What a worker is to know. */
  Path workerTask(int worker) {
    return root.resolve("worker-" + worker + ".json");
  }

  /** Written by a worker that can't go on, whoever starts it again. */
  Path workerFailure(int worker) {
    return root.resolve("worker-" + worker + ".failed");
  }

  /** There when no round will follow. */
  Path end() {
    return root.resolve("end");
  }

  /** Changed again and again by the driver while it lives. */
  Path heartbeat() {
    return root.resolve("heartbeat");
  }

  /** Weights that a round begins with. */
  Path weights(long round) {
    return root.resolve("round-" + round + ".weights");
  }

  /** A {@link RoundTask}, there when the weights are. */
  Path task(long round) {
    return root.resolve("round-" + round + ".json");
  }

  /** A worker's change of the weights. */
  Path change(long round, int worker) {
    return root.resolve("change-" + round + "-" + worker + ".weights");
  }

  /** A {@link WorkerReport}, there when the change is. */
  Path report(long round, int worker) {
    return root.resolve("change-" + round + "-" + worker + ".json");
  }

  /** Prefix of the checkpoint of a worker's optimizer behind a round. */
  Path state(long round, int worker) {
    return root.resolve("state-" + round + "-" + worker);
  }

  /** The last round that was begun, if there was one. */
  OptionalLong lastRound() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .map(file -> TASK.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
          .max();
    }
  }

  /** Deletes what the workers and the driver told each other in a round. */
  void deleteRound(long round, int workers) throws IOException {
    Files.deleteIfExists(task(round));
    Files.deleteIfExists(weights(round));
    for (int worker = 0; worker < workers; worker++) {
      Files.deleteIfExists(report(round, worker));
      Files.deleteIfExists(change(round, worker));
    }
  }

  /** Deletes the workers' states behind a round. */
  void deleteStates(long round, int workers) throws IOException {
    for (int worker = 0; worker < workers; worker++) {
      Checkpoint.delete(state(round, worker));
    }
  }

  /**
   * Deletes all that an earlier process left, but the states behind a round.
   *
   * @param round behind which the training goes on; negative: it begins
   */
  void clear(long round) throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(file -> !file.equals(root)).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Matcher state = STATE.matcher(file.getFileName().toString());
      if (!state.matches() || Long.parseLong(state.group(1)) != round) {
        Files.delete(file);
      }
    }
  }

  static void write(Path file, Object value) throws IOException {
    Replacement.writePrivate(file, JSON.writeValueAsString(value) + "\n");
  }

  static <T> T read(Path file, Class<T> type) throws IOException {
    return JSON.readValue(Files.readAllBytes(file), type);
  }
}
