package org.relunet.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PhaseReportTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private long seconds;

  private PhaseReport report(boolean terminal) {
    return new PhaseReport(
        new PrintStream(shown, true, StandardCharsets.UTF_8),
        terminal,
        () -> seconds * 1_000_000_000L);
  }

  private void work(boolean terminal) {
    try (PhaseReport.Phase phase = report(terminal).begin("parsing train.json", 90)) {
      for (int done : new int[] {10, 30, 20, 60}) {
        seconds += 3;
        phase.accept(done);
      }
    }
  }

  @Test
  void elsewhereALineIsPrintedEveryFewSeconds() {
    work(false);

    assertThat(shown.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("parsing train.json: 30 of 90", "parsing train.json: 60 of 90");
  }

  @Test
  void onATerminalALineIsRedrawnNeverGoesBackAndIsTakenAway() {
    work(true);

    assertThat(shown.toString(StandardCharsets.UTF_8).split("\r\u001b\\[K", -1))
        .containsExactly(
            "",
            "parsing train.json: 10 of 90",
            "parsing train.json: 30 of 90",
            "parsing train.json: 30 of 90",
            "parsing train.json: 60 of 90",
            "");
  }

  @Test
  void whatIsDoneAtOnceIsNotShown() {
    try (PhaseReport.Phase phase = report(true).begin("parsing dev.json", 1)) {
      phase.accept(1);
    }

    assertThat(shown.size()).isZero();
  }
}
