package org.relunet.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.training.report.TrainingEvent.StepDone;
import org.relunet.training.report.TrainingEvent.TrainingFinished;

class MetricsReportTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = directory.resolve("run/metrics.jsonl");
  }

  @Test
  void writesALineForEachEvent() throws IOException {
    try (MetricsReport report = report()) {
      Recording.start(report, 0, 0);
      Recording.steps(report, 1, 2);
      Recording.evaluation(report, 1);
      report.on(new TrainingFinished(2, 1, "stopped early"));
    }

    assertThat(file)
        .content()
        .isEqualTo(
            """
            {"event":"start","time":"2026-01-02T03:04:05Z","step":0,"epoch":0,"totalSteps":4,"totalEpochs":2}
            {"event":"step","time":"2026-01-02T03:04:05Z","step":1,"epoch":1,"sentences":16,"loss":1.0,"details":{"rate/encoder":0.25}}
            {"event":"step","time":"2026-01-02T03:04:05Z","step":2,"epoch":1,"sentences":16,"loss":0.5,"details":{"rate/encoder":0.25}}
            {"event":"evaluation","time":"2026-01-02T03:04:05Z","step":2,"epoch":1,"scores":{"f1":0.5,"precision":0.75},"best":true}
            {"event":"finish","time":"2026-01-02T03:04:05Z","step":2,"epoch":1,"reason":"stopped early"}
            """);
  }

  @Test
  void resumedRunTellsNoStepTwice() throws IOException {
    try (MetricsReport killed = report()) {
      Recording.start(killed, 0, 0);
      Recording.steps(killed, 1, 2);
      Recording.evaluation(killed, 1);
      Recording.steps(killed, 3, 4);
    }
    try (MetricsReport resumed = report()) {
      Recording.start(resumed, 3, 1);
      Recording.steps(resumed, 4, 4);
      Recording.evaluation(resumed, 2);
    }

    assertThat(summary())
        .containsExactly(
            "start 0",
            "step 1",
            "step 2",
            "evaluation 2",
            "step 3",
            "start 3",
            "step 4",
            "evaluation 4");
  }

  @Test
  void evaluationAfterTheCheckpointIsDroppedSinceItIsMadeAgain() throws IOException {
    try (MetricsReport killed = report()) {
      Recording.start(killed, 0, 0);
      Recording.steps(killed, 1, 2);
      Recording.evaluation(killed, 1);
    }
    try (MetricsReport resumed = report()) {
      Recording.start(resumed, 2, 0);
      Recording.evaluation(resumed, 1);
    }

    assertThat(summary()).containsExactly("start 0", "step 1", "step 2", "start 2", "evaluation 2");
  }

  @Test
  void lineThatAKilledRunLeftUnfinishedIsDropped() throws IOException {
    try (MetricsReport killed = report()) {
      Recording.start(killed, 0, 0);
      Recording.steps(killed, 1, 2);
    }
    Files.writeString(file, "{\"event\":\"st", StandardOpenOption.APPEND);

    try (MetricsReport resumed = report()) {
      Recording.start(resumed, 2, 0);
    }

    assertThat(summary()).containsExactly("start 0", "step 1", "step 2", "start 2");
  }

  @Test
  void newRunBeginsWithAnEmptyFile() throws IOException {
    try (MetricsReport earlier = report()) {
      Recording.start(earlier, 0, 0);
      Recording.steps(earlier, 1, 4);
    }
    try (MetricsReport report = report()) {
      Recording.start(report, 0, 0);
    }

    assertThat(summary()).containsExactly("start 0");
  }

  @Test
  void fileThatIsSomethingElseIsLeftAlone() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"event\":\"start\",\"step\":0}\nmy diary\nmore of it\n");

    try (MetricsReport report = report()) {
      assertThatThrownBy(() -> Recording.start(report, 2, 0))
          .isInstanceOf(UncheckedIOException.class)
          .hasStackTraceContaining("metrics.jsonl:2: this line is no JSON object");
    }
    assertThat(file).content().contains("my diary");
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.partial");
  }

  @Test
  void valueThatIsNotFiniteStaysReadable() throws IOException {
    try (MetricsReport report = report()) {
      Recording.start(report, 0, 0);
      report.on(new StepDone(1, 1, 16, Double.NaN, Map.of()));
    }

    assertThat(lines().get(1).path("loss").asText()).isEqualTo("NaN");
  }

  private MetricsReport report() {
    return new MetricsReport(file, Recording.CLOCK);
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private List<String> summary() throws IOException {
    return lines().stream()
        .map(line -> line.path("event").asText() + " " + line.path("step").asLong())
        .toList();
  }
}
