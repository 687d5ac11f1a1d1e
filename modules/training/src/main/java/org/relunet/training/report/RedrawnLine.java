package org.relunet.training.report;

import java.io.PrintStream;
import java.util.function.Supplier;
import org.relunet.common.messages.Visible;

/**
 * A line about what goes on: on a terminal it is redrawn in its place, elsewhere a new one comes
 * now and then.
 */
final class RedrawnLine {
  private static final long TERMINAL_INTERVAL_NANOS = 200_000_000L;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream output;
  private final boolean terminal;
  private final long plainIntervalNanos;
  private long lastShownNanos;

  /**
   * @param terminal whether a line may be redrawn
   * @param plainIntervalNanos between two lines where it may not
   */
  RedrawnLine(PrintStream output, boolean terminal, long plainIntervalNanos) {
    this.output = output;
    this.terminal = terminal;
    this.plainIntervalNanos = plainIntervalNanos;
  }

  /** The time from which the first line waits. */
  void waitFrom(long nanos) {
    lastShownNanos = nanos;
  }

  /**
   * Shows a line, if it is time.
   *
   * @param redrawn on a terminal
   * @param plain elsewhere
   * @return whether one was shown
   */
  boolean show(long nowNanos, Supplier<String> redrawn, Supplier<String> plain) {
    if (nowNanos - lastShownNanos < (terminal ? TERMINAL_INTERVAL_NANOS : plainIntervalNanos)) {
      return false;
    }
    lastShownNanos = nowNanos;
    if (terminal) {
      output.print(ERASE_LINE + Visible.line(redrawn.get()));
      output.flush();
    } else {
      output.println(Visible.line(plain.get()));
    }
    return true;
  }

  /** Prints a line that stays, in place of the redrawn one. */
  void say(String text) {
    String line = Visible.line(text);
    output.println(terminal ? ERASE_LINE + line : line);
  }

  /** Takes the redrawn line away. */
  void erase() {
    if (terminal) {
      output.print(ERASE_LINE);
      output.flush();
    }
  }
}
