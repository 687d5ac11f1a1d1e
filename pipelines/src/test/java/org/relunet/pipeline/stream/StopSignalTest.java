package org.relunet.pipeline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopSignalTest {
  private static final long SHORT = 50;
  private static final long NEVER = Long.MAX_VALUE;

  private final StopSignal signal = new StopSignal();
  private final AtomicInteger stopped = new AtomicInteger();

  @Test
  void aJobThatHasNotBegunIsNotWaitedFor() throws InterruptedException {
    assertThat(signal.stop(NEVER)).isTrue();

    signal.whenGiven(stopped::incrementAndGet);
    assertThat(stopped).hasValue(1);
  }

  @Test
  void aJobIsWaitedForUntilItIsOver() throws InterruptedException {
    signal.whenGiven(
        () -> {
          stopped.incrementAndGet();
          signal.over();
        });

    assertThat(signal.stop(NEVER)).isTrue();
    assertThat(stopped).hasValue(1);
  }

  @Test
  void aJobThatGoesOnIsToldOf() throws InterruptedException {
    signal.whenGiven(stopped::incrementAndGet);

    assertThat(signal.stop(SHORT)).isFalse();
    assertThat(stopped).hasValue(1);
  }
}
