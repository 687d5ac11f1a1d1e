package org.relunet.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.relunet.common.directories.Directories;

/**
 * Where a training keeps what it makes.
 *
 * @param root the directory that the user named
 */
public record RunDirectory(Path root) {
  /** A file of a checkpoint, or the hidden directory in which one was being written. */
  private static final Pattern CHECKPOINT =
      Pattern.compile("((?:epoch|best)-\\d+)\\..*|\\.(?:epoch|best)-\\d+");

  /** The finished model package. */
  public Path model() {
    return root.resolve("model");
  }

  /** Whether a training was begun here. */
  public boolean isBegun() {
    return Files.exists(state());
  }

  /** Deletes what resuming needs, once there is nothing to resume. */
  public void removeCheckpoints() throws IOException {
    Directories.deleteAll(checkpoints());
  }

  /** How far the training has come. */
  Path state() {
    return root.resolve("run.json");
  }

  /** Parameters and optimizer after a whole epoch: a TensorFlow checkpoint prefix. */
  Path lastCheckpoint(int epoch) {
    return checkpoints().resolve("epoch-" + epoch);
  }

  /** Weights and momentum of several workers' rounds after a whole epoch. */
  Path lastRounds(int epoch) {
    return checkpoints().resolve("epoch-" + epoch + ".rounds");
  }

  /** Where several workers and this process speak to each other. */
  Path rounds() {
    return root.resolve("rounds");
  }

  /** Parameters of the best epoch: a TensorFlow checkpoint prefix. */
  Path bestCheckpoint(int epoch) {
    return checkpoints().resolve("best-" + epoch);
  }

  /** Claimed by the process that trains. */
  Path trainingClaim() {
    return checkpoints().resolve("training.lock");
  }

  /** Claimed by the process that writes the model. */
  Path modelClaim() {
    return checkpoints().resolve("model.lock");
  }

  private Path checkpoints() {
    return root.resolve("checkpoints");
  }

  /** Deletes checkpoints, whole or not, that a killed process left and the state does not name. */
  void removeLeftovers(RunState state) throws IOException {
    if (!Files.isDirectory(checkpoints())) {
      return;
    }
    Set<String> named = Set.of("epoch-" + state.epochsDone(), "best-" + state.bestEpoch());
    try (Stream<Path> files = Files.walk(checkpoints())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        String first = checkpoints().relativize(file).getName(0).toString();
        Matcher checkpoint = CHECKPOINT.matcher(first);
        if (checkpoint.matches()
            && (checkpoint.group(1) == null || !named.contains(checkpoint.group(1)))) {
          Files.delete(file);
        }
      }
    }
  }

  /** The metrics, a JSON line for each event. */
  public Path metrics() {
    return root.resolve("metrics.jsonl");
  }

  /** Directory of TensorBoard's event files. */
  Path events() {
    return root.resolve("events");
  }
}
