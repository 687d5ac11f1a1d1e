package org.relunet.config.problem;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A configuration that cannot be used. The message holds every problem, one a line. */
public final class ConfigurationException extends RuntimeException {
  private final List<Problem> problems;

  public ConfigurationException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** At least one, in the order of the sources. */
  public List<Problem> problems() {
    return problems;
  }
}
