package org.relunet.pipeline.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunningServerTest {
  @Test
  void aProcessThatIsStoppedIsNoLongerAlive() throws IOException {
    RunningServer server = RunningServer.of("sleeper", sleeper().toHandle());
    assertThat(server.isAlive()).isTrue();
    server.stop();
    assertThat(server.isAlive()).isFalse();
    server.stop();
  }

  @Test
  void anotherProcessThatGotTheSameIdIsNotStopped() throws IOException {
    Process process = sleeper();
    try {
      RunningServer earlier = new RunningServer("sleeper", process.pid(), Instant.EPOCH);
      assertThat(earlier.isAlive()).isFalse();
      earlier.stop();
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process sleeper() throws IOException {
    return new ProcessBuilder("sleep", "60").start();
  }
}
