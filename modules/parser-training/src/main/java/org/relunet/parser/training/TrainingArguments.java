package org.relunet.parser.training;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * What to train on.
 *
 * @param train treebank to learn from, CoNLL-U, may be compressed with gzip
 * @param dev treebank to measure on, CoNLL-U, may be compressed with gzip
 * @param output directory for the models; made where it is missing
 * @param folds in how many parts the training data is divided so that each is tagged by a tagger
 *     that has not seen it; at least 2
 * @param seed decides which sentence falls into which part
 */
public record TrainingArguments(Path train, Path dev, Path output, int folds, long seed) {
  private static final int DEFAULT_FOLDS = 5;
  private static final long DEFAULT_SEED = 1;

  public TrainingArguments {
    requireNonNull(train, "train");
    requireNonNull(dev, "dev");
    requireNonNull(output, "output");
    if (folds < 2) {
      throw new IllegalArgumentException("folds: " + folds + " is too few; at least 2");
    }
  }

  /** Five folds, seed 1. */
  public TrainingArguments(Path train, Path dev, Path output) {
    this(train, dev, output, DEFAULT_FOLDS, DEFAULT_SEED);
  }
}
