package org.relunet.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.relunet.cli.ending.OrderlyEnd;

/** The real program, as {@link Main} runs it, with the engines of real models. */
final class Program {
  private Program() {}

  /**
   * What a run left behind.
   *
   * @param status exit status
   * @param out standard output
   * @param err standard error
   */
  record Run(int status, String out, String err) {}

  static Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new Commands(new ByteArrayInputStream(new byte[0]), out, err, new OrderlyEnd(), () -> {})
            .commandLine(new ModelEngines())
            .execute(arguments);
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
