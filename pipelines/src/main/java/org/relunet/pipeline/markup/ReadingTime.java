package org.relunet.pipeline.markup;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * The time that a document's markup may take. Libraries that read markup go back over what they
 * have read in so many ways that the time itself is limited: a second of a processor and two for
 * each million characters, far more than what people write takes.
 */
final class ReadingTime {
  private static final long NANOS = 1_000_000_000L;
  private static final long NANOS_PER_CHARACTER = 2000;

  /** A step along a linked list that lies all over the memory takes so long. */
  private static final long NANOS_PER_STEP = 6;

  /** Characters that are read between two looks at the time. */
  private static final int BITE = 256;

  /** Thrown through a library; {@link Markup} makes a {@link MarkupException} of it. */
  static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Over() {
      super(
          "its marks are nested or repeated so that this is no markup that could be read in"
              + " bounded time");
    }
  }

  private final LongSupplier clock;
  private final long end;

  /**
   * @param clock nanoseconds of this thread
   */
  ReadingTime(int characters, LongSupplier clock) {
    this.clock = clock;
    this.end = clock.getAsLong() + NANOS + characters * NANOS_PER_CHARACTER;
  }

  /** For a document of so many characters, which this thread reads from now on. */
  static ReadingTime of(int characters) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    // the processor's time, so that a busy machine refuses nothing
    return new ReadingTime(
        characters,
        threads.isCurrentThreadCpuTimeSupported()
            ? threads::getCurrentThreadCpuTime
            : System::nanoTime);
  }

  /**
   * @throws Over if there is none left
   */
  void check() {
    require(0);
  }

  /**
   * Before work that cannot be looked at while it is done.
   *
   * @param steps along a linked list
   * @throws Over if it would take more than is left
   */
  void require(long steps) {
    if (clock.getAsLong() + steps * NANOS_PER_STEP > end) {
      throw new Over();
    }
  }

  /** Gives the characters in bites, as long as there is time. */
  Reader reader(String characters) {
    return new FilterReader(new StringReader(characters)) {
      @Override
      public int read(char[] buffer, int offset, int length) throws IOException {
        check();
        return super.read(buffer, offset, Math.min(length, BITE));
      }
    };
  }
}
