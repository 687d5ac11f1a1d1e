package org.relunet.pipeline.kafka;

import java.util.List;

/**
 * The topics of a job.
 *
 * @param inputs to read
 * @param output for results
 * @param deadLetters for messages that fail; empty for none
 */
public record Topics(List<String> inputs, String output, String deadLetters) {
  public Topics {
    inputs = List.copyOf(inputs);
    if (inputs.contains(output)) {
      throw new IllegalArgumentException(
          "topic '" + output + "' is both input and output: the job would read its own results");
    }
    if (inputs.contains(deadLetters)) {
      throw new IllegalArgumentException(
          "topic '"
              + deadLetters
              + "' is input and that of the dead letters: a message that fails"
              + " would come back for ever");
    }
    if (output.equals(deadLetters)) {
      throw new IllegalArgumentException(
          "topic '" + output + "' is output and that of the dead letters: name another");
    }
  }

  /** Those that messages are written to. */
  List<String> written() {
    return deadLetters.isEmpty() ? List.of(output) : List.of(output, deadLetters);
  }
}
