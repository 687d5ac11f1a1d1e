package org.relunet.training;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** Which of the annotated texts a training learns from, and which it is scored on. */
public sealed interface Division {
  /** As {@code data.dev} says, or where it is empty {@code data.dev-share}. */
  Division CONFIGURED = new Configured();

  /** How the training is told from those of other divisions; empty for the usual one. */
  String description();

  /** As the configuration says. */
  record Configured() implements Division {
    @Override
    public String description() {
      return "";
    }
  }

  /**
   * One part of the training file is held out and scored on, the others are learned.
   *
   * @param number of the part, from 1
   * @param folds how many parts there are
   */
  record Fold(int number, int folds) implements Division {
    public Fold {
      if (number < 1 || number > folds) {
        throw new IllegalArgumentException("there is no fold " + number + " of " + folds);
      }
    }

    @Override
    public String description() {
      return number + " of " + folds;
    }
  }

  /**
   * All texts of the training file are learned; none is left to score on.
   *
   * @param folds of the cross-validation that told how
   * @param epochs after which it ends, however many the learning rate is planned for
   * @param chosen settings of the model in place of those that it is trained with
   * @param scores of the cross-validation, by name
   */
  record Everything(int folds, int epochs, ChosenSettings chosen, Map<String, Double> scores)
      implements Division {
    public Everything {
      requireNonNull(chosen, "chosen");
      scores = Map.copyOf(scores);
    }

    @Override
    public String description() {
      return "all %d, %d epochs".formatted(folds, epochs);
    }
  }
}
