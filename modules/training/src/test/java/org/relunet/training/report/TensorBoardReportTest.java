package org.relunet.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog.SessionStatus;
import org.tensorflow.proto.Summary;

class TensorBoardReportTest {
  @TempDir Path directory;

  @Test
  void scalarsAreReadBack() throws IOException {
    try (TensorBoardReport report = new TensorBoardReport(directory, Recording.CLOCK)) {
      Recording.start(report, 0, 0);
      Recording.steps(report, 1, 2);
      Recording.evaluation(report, 1);
    }

    List<Event> events = EventFileReader.read(directory).get(0);

    assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
    assertThat(events.get(1).getSessionLog().getStatus()).isEqualTo(SessionStatus.START);
    assertThat(events.get(1).getStep()).isEqualTo(1);
    assertThat(scalars(events.get(3)))
        .containsOnly(entry("train/loss", 0.5f), entry("train/rate/encoder", 0.25f));
    assertThat(events.get(3).getStep()).isEqualTo(2);
    assertThat(events.get(3).getWallTime()).isEqualTo(Recording.CLOCK.millis() / 1000.0);
    assertThat(scalars(events.get(4)))
        .containsOnly(entry("dev/f1", 0.5f), entry("dev/precision", 0.75f));
    assertThat(events).hasSize(5);
  }

  @Test
  void resumedRunBeginsAFileThatSupersedesLaterSteps() throws IOException {
    try (TensorBoardReport killed = new TensorBoardReport(directory, Recording.CLOCK)) {
      Recording.start(killed, 0, 0);
      Recording.steps(killed, 1, 4);
    }
    try (TensorBoardReport resumed = new TensorBoardReport(directory, Recording.CLOCK)) {
      Recording.start(resumed, 2, 1);
      Recording.steps(resumed, 3, 4);
    }

    List<List<Event>> files = EventFileReader.read(directory);

    assertThat(files).hasSize(2);
    assertThat(files.get(1).get(1).getSessionLog().getStatus()).isEqualTo(SessionStatus.START);
    assertThat(files.get(1)).extracting(Event::getStep).containsExactly(0L, 3L, 3L, 4L);
  }

  @Test
  void fileIsReadableWhileTheRunGoesOn() throws IOException {
    try (TensorBoardReport report = new TensorBoardReport(directory, Recording.CLOCK)) {
      Recording.start(report, 0, 0);
      Recording.steps(report, 1, 1);

      assertThat(EventFileReader.read(directory).get(0)).hasSize(3);
      try (var files = Files.list(directory)) {
        assertThat(files).allMatch(file -> file.getFileName().toString().contains("tfevents"));
      }
    }
  }

  private static Map<String, Float> scalars(Event event) {
    return event.getSummary().getValueList().stream()
        .collect(Collectors.toMap(Summary.Value::getTag, Summary.Value::getSimpleValue));
  }
}
