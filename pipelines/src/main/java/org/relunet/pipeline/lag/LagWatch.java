package org.relunet.pipeline.lag;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a group's lag again and again, on a thread of its own. */
final class LagWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);
  private static final long LONGEST_END_MILLIS = 5_000;

  private final LagProbe probe;
  private final long pauseMillis;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "relunet-lag");
  private volatile Lag latest = Lag.UNKNOWN;

  LagWatch(LagTarget target, long pauseMillis) {
    this.probe = new LagProbe(target);
    this.pauseMillis = pauseMillis;
    thread.setDaemon(true);
    thread.start();
  }

  /** What the brokers said last. */
  Lag latest() {
    return latest;
  }

  private void run() {
    try (probe) {
      do {
        try {
          latest = probe.ask();
        } catch (KafkaException e) {
          // the time of the last answer tells that there is none
          LOG.debug("the lag is not known", e);
        }
      } while (!ending.await(pauseMillis, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ending.countDown();
    probe.wakeUp();
    try {
      thread.join(LONGEST_END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
