package org.relunet.config.problem;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A configuration that cannot be used. The message holds the first problems, one a line. */
public final class ConfigurationException extends RuntimeException {
  private static final int SHOWN = 20;

  private final List<Problem> problems;

  public ConfigurationException(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  private static String message(List<Problem> problems) {
    String shown = problems.stream().limit(SHOWN).map(Problem::toString).collect(joining("\n"));
    return problems.size() > SHOWN
        ? shown + "\nand " + (problems.size() - SHOWN) + " more problems"
        : shown;
  }

  /** At least one, in the order of the sources. */
  public List<Problem> problems() {
    return problems;
  }
}
