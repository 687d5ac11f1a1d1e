package org.relunet.contract.bound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * The most that a call may take.
 *
 * @param bytes of the heap, whether given back or not
 * @param duration of the call
 */
public record Bounds(long bytes, Duration duration) {
  /** Some megabytes, and seconds. */
  public static Bounds megabytes(int megabytes, int seconds) {
    return new Bounds((long) megabytes << 20, Duration.ofSeconds(seconds));
  }

  /** The call's result, or its exception; fails if it takes more. */
  public <T> T within(Callable<T> call) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    try {
      return call.call();
    } finally {
      long taken = threads.getCurrentThreadAllocatedBytes() - allocated;
      assertThat(taken).as("bytes of the heap").isLessThanOrEqualTo(bytes);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThanOrEqualTo(duration);
    }
  }
}
