package org.relunet.training.run;

import java.nio.file.Path;

/**
 * Where a training keeps what it makes.
 *
 * @param root the directory that the user named
 */
public record RunDirectory(Path root) {
  /** The finished model package. */
  public Path model() {
    return root.resolve("model");
  }

  /** How far the training has come. */
  Path state() {
    return root.resolve("run.json");
  }

  /** Parameters and optimizer after a whole epoch: a TensorFlow checkpoint prefix. */
  Path lastCheckpoint(int epoch) {
    return root.resolve("checkpoints").resolve("epoch-" + epoch);
  }

  /** Parameters of the best epoch: a TensorFlow checkpoint prefix. */
  Path bestCheckpoint(int epoch) {
    return root.resolve("checkpoints").resolve("best-" + epoch);
  }

  Path metrics() {
    return root.resolve("metrics.jsonl");
  }

  /** Directory of TensorBoard's event files. */
  Path events() {
    return root.resolve("events");
  }
}
