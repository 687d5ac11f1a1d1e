package org.relunet.training.report;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * Long work besides the steps, for people: on a terminal one line that is redrawn and then goes,
 * elsewhere a line every few seconds.
 */
public final class PhaseReport {
  private static final long PLAIN_INTERVAL_NANOS = 5_000_000_000L;

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
    return new PhaseReport(Terminal.standardError(), Terminal.isStandardError(), System::nanoTime);
  }

  /** Reports nothing. */
  public static PhaseReport silent() {
    return new PhaseReport(
        new PrintStream(OutputStream.nullOutputStream()), false, System::nanoTime);
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
    private final RedrawnLine line = new RedrawnLine(output, terminal, PLAIN_INTERVAL_NANOS);
    private int most;
    private boolean shown;

    private Phase(String what, int total) {
      this.what = what;
      this.total = total;
      line.waitFrom(nanoTime.getAsLong());
    }

    /**
     * @param done so much of the total
     */
    @Override
    public synchronized void accept(int done) {
      most = Math.max(most, done);
      shown |= line.show(nanoTime.getAsLong(), this::text, this::text);
    }

    private String text() {
      return what + ": " + most + " of " + total;
    }

    /** Takes the redrawn line away. */
    @Override
    public synchronized void close() {
      if (shown) {
        line.erase();
      }
    }
  }
}
