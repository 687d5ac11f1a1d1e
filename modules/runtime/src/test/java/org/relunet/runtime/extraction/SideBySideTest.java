package org.relunet.runtime.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private static final List<Integer> ITEMS = IntStream.range(0, 1000).boxed().toList();

  @Test
  void keepsTheOrder() {
    assertThat(SideBySide.map(ITEMS, i -> i * i))
        .isEqualTo(ITEMS.stream().map(i -> i * i).toList());
    assertThat(SideBySide.map(List.of(), i -> i)).isEmpty();
  }

  @Test
  void beginsNothingAfterAFailureAndLeavesNothingRunning() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger begun = new AtomicInteger();
    assertThatThrownBy(
            () ->
                SideBySide.map(
                    ITEMS,
                    i -> {
                      running.incrementAndGet();
                      begun.incrementAndGet();
                      try {
                        if (i == 3) {
                          throw new IllegalStateException("the third");
                        }
                        return i;
                      } finally {
                        running.decrementAndGet();
                      }
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the third");
    assertThat(running).hasValue(0);
    assertThat(begun.get()).isBetween(1, 1000);
  }
}
