package org.relunet.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.training.report.TrainingEvent.EpochStarted;

class TrainingListenerTest {
  private final List<String> log = new ArrayList<>();

  @Test
  void allAreToldAndAllAreClosedEvenIfOneFails() {
    TrainingListener both = TrainingListener.all(List.of(named("a"), named("b")));

    both.on(new EpochStarted(1));
    assertThatThrownBy(both::close).isInstanceOf(IOException.class).hasMessage("a");

    assertThat(log).containsExactly("a told", "b told", "a closed", "b closed");
  }

  private TrainingListener named(String name) {
    return new TrainingListener() {
      @Override
      public void on(TrainingEvent event) {
        log.add(name + " told");
      }

      @Override
      public void close() throws IOException {
        log.add(name + " closed");
        throw new IOException(name);
      }
    };
  }
}
