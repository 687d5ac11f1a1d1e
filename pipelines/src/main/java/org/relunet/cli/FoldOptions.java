package org.relunet.cli;

import java.util.Optional;
import java.util.OptionalInt;
import org.relunet.corpus.split.CorpusFolds;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of a cross-validation. */
final class FoldOptions {
  @Option(
      names = "--folds",
      paramLabel = "K",
      description = {
        "Divide the training texts in K parts (data.split-seed) and train K times, each time without"
            + " one part, which is scored: folds.md and folds.json in --output have precision, recall"
            + " and F1 with mean and spread. Then train a model of all texts, for as many epochs as"
            + " was best for the parts in the median. Takes no --dev."
      })
  private Optional<Integer> folds = Optional.empty();

  @Option(names = "--no-final", description = "With --folds: scores alone, no model of all texts.")
  private boolean withoutFinal;

  /** How many; empty where there is to be but one training. */
  OptionalInt folds(CommandSpec spec) {
    if (folds.isEmpty()) {
      if (withoutFinal) {
        throw new ParameterException(spec.commandLine(), "--no-final goes with --folds");
      }
      return OptionalInt.empty();
    }
    int number = folds.get();
    if (number < 2 || number > CorpusFolds.MOST) {
      throw new ParameterException(
          spec.commandLine(),
          "--folds is a number from 2 to " + CorpusFolds.MOST + ", not " + number);
    }
    return OptionalInt.of(number);
  }

  /** Whether a model of all texts is wanted. */
  boolean everything() {
    return !withoutFinal;
  }
}
