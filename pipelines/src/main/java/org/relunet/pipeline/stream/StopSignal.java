package org.relunet.pipeline.stream;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells a job inside this process to end, and whoever told it when it has. Thread-safe. */
public final class StopSignal {
  private final CountDownLatch over = new CountDownLatch(1);
  private Runnable stopping = () -> {};
  private boolean given;
  private boolean begun;

  /**
   * Ends the job after what it has read is written; returns when it is over, or after a while, or
   * at once where no job has begun: what keeps it from beginning, such as a broker that does not
   * answer, is not waited for.
   *
   * @return whether it is over
   */
  public boolean stop(long timeoutMillis) throws InterruptedException {
    Runnable now;
    synchronized (this) {
      given = true;
      if (!begun) {
        return true;
      }
      now = stopping;
    }
    now.run();
    return over.await(timeoutMillis, TimeUnit.MILLISECONDS);
  }

  /** What stops the job; run at once if the signal was given before it began. */
  void whenGiven(Runnable stop) {
    synchronized (this) {
      stopping = stop;
      begun = true;
      if (!given) {
        return;
      }
    }
    stop.run();
  }

  void over() {
    over.countDown();
  }
}
