package org.relunet.pipeline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.pipeline.extract.ExtractionCounts;
import org.relunet.pipeline.extract.WindowPlace;
import org.relunet.pipeline.extract.WindowResult;
import org.relunet.pipeline.result.ResultFormat;

class OutputAssemblerTest {
  @TempDir Path directory;
  private WorkDirectory work;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeEach
  void create() throws IOException {
    work = WorkDirectory.in(directory);
  }

  @Test
  void windowsAreInTheOrderOfTheInputWhicheverPartTheyAreIn() throws IOException {
    List<Segment> segments = write(20, 3);
    Collections.shuffle(segments, new Random(3));
    new OutputAssembler(work, Long.MAX_VALUE).assemble(segments);
    ExtractionCounts counts = publish("-");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected(20));
    assertThat(directory.resolve("dead")).hasContent("dead 4\ndead 11\ndead 18\n");
    assertThat(counts).isEqualTo(new ExtractionCounts(20, 40, 3));
  }

  @Test
  void assemblingAgainAfterAFailureGivesTheSame() throws IOException {
    List<Segment> segments = write(6, 2);
    new OutputAssembler(work, Long.MAX_VALUE).assemble(segments.subList(0, 3));
    new OutputAssembler(work, Long.MAX_VALUE).assemble(segments);
    assertThat(publish("-").documents()).isEqualTo(6);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected(6));
  }

  @Test
  void aPartOfWhichNothingWasCommittedIsNotLookedAt() throws IOException {
    write(3, 1);
    List<Segment> second = write(3, 1);
    new OutputAssembler(work, Long.MAX_VALUE).assemble(second);
    publish("-");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected(3));
  }

  @Test
  void aDirectoryGetsFilesOfBoundedSizeThatContinueEachOther() throws IOException {
    new OutputAssembler(work, 20).assemble(write(10, 2));
    publish(directory.toString());
    StringBuilder all = new StringBuilder();
    int files = 0;
    Path file = directory.resolve("part-00000.jsonl");
    while (file.toFile().exists()) {
      assertThat(file.toFile().length()).isBetween(1L, 40L);
      all.append(Files.readString(file));
      file = directory.resolve("part-%05d.jsonl".formatted(++files));
    }
    assertThat(files).isGreaterThan(3);
    assertThat(all.toString()).isEqualTo(expected(10));
  }

  @Test
  void noResultsAtAllIsAnErrorThatNamesTheSharedFileSystem() {
    assertThatThrownBy(() -> publish("-")).hasMessageContaining("same file system");
  }

  private List<Segment> write(int windows, int parts) throws IOException {
    List<Segment> segments = new ArrayList<>();
    List<PartWriter> writers = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      writers.add(new PartWriter(work));
    }
    for (int i = 0; i < windows; i++) {
      boolean dead = i % 7 == 4;
      WindowResult result =
          new WindowResult(
              new WindowPlace(i / 3, i % 3),
              ("window " + i + "\n").getBytes(StandardCharsets.UTF_8),
              (dead ? "dead " + i + "\n" : "").getBytes(StandardCharsets.UTF_8),
              new ExtractionCounts(1, 2, dead ? 1 : 0));
      segments.add(writers.get((i * 5) % parts).append(result));
    }
    for (PartWriter writer : writers) {
      writer.close();
    }
    return segments;
  }

  private static String expected(int windows) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < windows; i++) {
      all.append("window ").append(i).append('\n');
    }
    return all.toString();
  }

  private ExtractionCounts publish(String output) throws IOException {
    OutputTarget target = new OutputTargets(out).target(output, ResultFormat.JSONL);
    return Publication.publish(
        work, target, DeadLetterTarget.of(Optional.of(directory.resolve("dead")), target));
  }
}
