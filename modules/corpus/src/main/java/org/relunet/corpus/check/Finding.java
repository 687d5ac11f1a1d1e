package org.relunet.corpus.check;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Something about a data set that its owner should know before training on it.
 *
 * @param message what was found, with file names and counts; one sentence without a final stop
 * @param examples the first few cases, each naming its text or relation
 */
public record Finding(String message, List<String> examples) {
  static final int EXAMPLES = 3;

  public Finding {
    requireNonNull(message, "message");
    examples = List.copyOf(examples);
  }

  /** Keeps as many examples as a reader wants to see. */
  static Finding of(String message, List<String> examples) {
    return new Finding(message, examples.subList(0, Math.min(EXAMPLES, examples.size())));
  }

  /** The message and an indented line for each example. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(message);
    examples.forEach(example -> lines.add("  " + example));
    return lines;
  }
}
