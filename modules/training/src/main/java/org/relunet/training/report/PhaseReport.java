package org.relunet.training.report;

import java.io.PrintStream;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * Long work besides the steps, for people: on a terminal one line that is redrawn and then goes,
 * elsewhere a line every few seconds.
 */
public final class PhaseReport {
  private static final long TERMINAL_INTERVAL_NANOS = 200_000_000L;
  private static final long PLAIN_INTERVAL_NANOS = 5_000_000_000L;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream output;
  private final boolean terminal;
  private final LongSupplier nanoTime;

  /**
   * @param terminal whether a line may be redrawn
   * @param nanoTime as {@link System#nanoTime()}
   */
  public PhaseReport(PrintStream output, boolean terminal, LongSupplier nanoTime) {
    this.output = output;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  /** Reports on standard error. */
  public static PhaseReport onStandardError() {
    return new PhaseReport(System.err, Terminal.isStandardError(), System::nanoTime);
  }

  /**
   * Work begins; nothing is shown of what is done at once.
   *
   * @param what as in {@code "parsing train.json"}
   * @param total how much is to be done
   */
  public Phase begin(String what, int total) {
    return new Phase(what, total);
  }

  /** One piece of work. Thread-safe: what is told by several threads may come out of order. */
  public final class Phase implements IntConsumer, AutoCloseable {
    private final String what;
    private final int total;
    private long lastShownNanos = nanoTime.getAsLong();
    private int most;
    private boolean shown;

    private Phase(String what, int total) {
      this.what = what;
      this.total = total;
    }

    /**
     * @param done so much of the total
     */
    @Override
    public synchronized void accept(int done) {
      most = Math.max(most, done);
      long now = nanoTime.getAsLong();
      if (now - lastShownNanos < (terminal ? TERMINAL_INTERVAL_NANOS : PLAIN_INTERVAL_NANOS)) {
        return;
      }
      lastShownNanos = now;
      shown = true;
      String line = what + ": " + most + " of " + total;
      if (terminal) {
        output.print(ERASE_LINE + line);
        output.flush();
      } else {
        output.println(line);
      }
    }

    /** Takes the redrawn line away. */
    @Override
    public synchronized void close() {
      if (terminal && shown) {
        output.print(ERASE_LINE);
        output.flush();
      }
    }
  }
}
