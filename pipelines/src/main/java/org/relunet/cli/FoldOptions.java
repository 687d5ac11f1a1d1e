package org.relunet.cli;

import org.relunet.corpus.split.CorpusFolds;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of a cross-validation. */
final class FoldOptions {
  @Option(
      names = "--folds",
      paramLabel = "K",
      required = true,
      description = {
        "Divide the training texts in K parts (data.split-seed) and train K times, each time without"
            + " one part, which is scored: folds.md and folds.json in --output have precision, recall"
            + " and F1 with mean and spread. Then train a model of all texts, for as many epochs as"
            + " was best for the parts in the median. Takes no --dev."
      })
  private int folds;

  @Option(names = "--no-final", description = "With --folds: scores alone, no model of all texts.")
  private boolean withoutFinal;

  /** How many. */
  int folds(CommandSpec spec) {
    if (folds < 2 || folds > CorpusFolds.MOST) {
      throw new ParameterException(
          spec.commandLine(),
          "--folds is a number from 2 to " + CorpusFolds.MOST + ", not " + folds);
    }
    return folds;
  }

  /** Whether a model of all texts is wanted. */
  boolean everything() {
    return !withoutFinal;
  }
}
