package org.relunet.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relunet.training.report.TrainingEvent.EpochStarted;
import org.relunet.training.report.TrainingEvent.StepDone;
import org.relunet.training.report.TrainingEvent.TrainingFinished;
import org.relunet.training.report.TrainingEvent.TrainingStarted;

class ProgressReportTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long seconds;

  @Test
  void plainLinesComeNowAndThen() {
    try (ProgressReport report = report(false)) {
      report.on(new TrainingStarted(0, 200, 0, 4));
      report.on(new EpochStarted(1));
      for (int step = 1; step <= 35; step++) {
        seconds += 1;
        report.on(new StepDone(step, 1, 16, 0.125, Map.of()));
      }
    }

    assertThat(text())
        .isEqualToNormalizingNewlines(
            """
            training: 4 epochs, 200 steps
            epoch 1/4  step 30/200  16.0 sentences/s  loss 0.1250  0:02:50 left
            """);
  }

  @Test
  void terminalLineIsRedrawnAndFitsIntoEightyColumns() {
    try (ProgressReport report = report(true)) {
      report.on(new TrainingStarted(5_000, 20_000, 15, 60));
      report.on(new EpochStarted(16));
      seconds += 2;
      report.on(new StepDone(5_001, 16, 256, 0.000123456, Map.of()));
      seconds += 2;
      report.on(new StepDone(5_002, 16, 256, 0.000123456, Map.of()));
    }

    String[] drawn = text().split("\r");
    assertThat(drawn[1]).startsWith("\u001b[Ktraining resumed after step 5000 of 20000");
    assertThat(drawn[2])
        .isEqualTo(
            "\u001b[Kepoch 16/60 [##        ]  25%  128.0 sentences/s  loss 0.0001235  8:19:58"
                + " left");
    assertThat(drawn[2]).hasSizeLessThanOrEqualTo(79 + "\u001b[K".length());
    assertThat(drawn[4]).isEqualTo("\u001b[K");
  }

  @Test
  void evaluationIsNoTimeOfAStepButCountsForTheTimeLeft() {
    try (ProgressReport report = report(false)) {
      report.on(new TrainingStarted(0, 4, 0, 2));
      report.on(new EpochStarted(1));
      seconds += 10;
      report.on(new StepDone(1, 1, 20, 0.5, Map.of()));
      seconds += 100;
      Recording.evaluation(report, 1);
      report.on(new EpochStarted(2));
      seconds += 10;
      report.on(new StepDone(2, 2, 20, 0.5, Map.of()));
      report.on(new TrainingFinished(2, 1, "maximum of steps reached"));
    }

    assertThat(text())
        .isEqualToNormalizingNewlines(
            """
            training: 2 epochs, 4 steps
            epoch 1/2 evaluated: f1 0.5000, precision 0.7500 (best so far)
            epoch 2/2  step 2/4  2.0 sentences/s  loss 0.5000  0:02:00 left
            training finished after step 2: maximum of steps reached; best epoch 1
            """);
  }

  private ProgressReport report(boolean terminal) {
    return new ProgressReport(
        new PrintStream(bytes, true, StandardCharsets.UTF_8),
        terminal,
        () -> seconds * 1_000_000_000L);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
