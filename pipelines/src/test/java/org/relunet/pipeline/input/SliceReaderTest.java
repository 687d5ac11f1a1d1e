package org.relunet.pipeline.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SliceReaderTest {
  @TempDir Path directory;

  @Test
  void linesEndWithNewlineCarriageReturnOrBothAndTheLastNeedsNoEnd() throws IOException {
    assertThat(texts(lines("one\ntwo\r\n\nfour\r\nfive\rsix\r\rseven")))
        .containsExactly("one", "two", "", "four", "five", "six", "", "seven");
    assertThat(texts(lines("one\rtwo\r"))).containsExactly("one", "two");
  }

  @Test
  void aFinalNewlineStartsNoFurtherLine() throws IOException {
    assertThat(texts(lines("one\n"))).containsExactly("one");
    assertThat(texts(lines("\n\n"))).containsExactly("", "");
    assertThat(texts(lines(""))).isEmpty();
  }

  @Test
  void locationsLeadBackToTheBytes() throws IOException {
    Source source = lines("αβγ\r\nδ\n\nε\rζ");
    List<RawRecord> records = read(slice(source));
    assertThat(records)
        .extracting(record -> record.location().line())
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(records)
        .extracting(record -> record.location().offset())
        .containsExactly(0L, 8L, 11L, 12L, 15L);
    for (RawRecord record : records) {
      assertThat(record.location().read()).isEqualTo(record.bytes());
    }
    assertThat(records.get(3).location().defaultId()).isEqualTo("file:4");
  }

  @Test
  void linesMayBeLongerThanTheBuffer() throws IOException {
    String longLine = "x".repeat(1_000_000);
    assertThat(texts(lines("a\n" + longLine + "\r\nb"))).containsExactly("a", longLine, "b");
  }

  @Test
  void aCarriageReturnAtTheEdgeOfTheBufferStillEndsTheLine() throws IOException {
    String edge = "x".repeat((1 << 16) - 1);
    assertThat(texts(lines(edge + "\r\nb"))).containsExactly(edge, "b");
    assertThat(texts(lines(edge + "x\r\nb"))).containsExactly(edge + "x", "b");
    assertThat(texts(lines(edge + "\rb"))).containsExactly(edge, "b");
    assertThat(texts(lines(edge + "\r\n"))).containsExactly(edge);
  }

  @Test
  void aWholeFileIsOneRecordEvenWhenItIsEmpty() throws IOException {
    assertThat(texts(source("one\ntwo\n", RecordFormat.TEXT))).containsExactly("one\ntwo\n");
    assertThat(texts(source("", RecordFormat.TEXT))).containsExactly("");
  }

  @Test
  void aRecordThatIsTooLongIsLocatedButNotRead() throws IOException {
    byte[] content = new byte[(int) RecordLocation.MAXIMUM_BYTES + 10];
    Arrays.fill(content, (byte) 'x');
    content[content.length - 3] = '\n';
    Path file = Files.write(directory.resolve("long"), content);
    Source source = new Source("long", file.toString(), RecordFormat.LINES);
    List<RawRecord> records = read(slice(source));
    assertThat(records).hasSize(2);
    assertThat(records.get(0).location().oversized()).isTrue();
    assertThat(records.get(0).location().length()).isEqualTo(content.length - 3);
    assertThat(records.get(0).bytes()).isEmpty();
    assertThat(records.get(1).bytes()).hasSize(2);
  }

  @Test
  void aFileThatShrinksIsAnErrorAndNotLessInput() throws IOException {
    Source source = lines("one\ntwo\n");
    Slice tooLong = new Slice(source, 0, 100, 1);
    assertThatThrownBy(() -> read(tooLong)).hasMessageContaining("became shorter");
  }

  private Source lines(String content) throws IOException {
    return source(content, RecordFormat.LINES);
  }

  private Source source(String content, RecordFormat format) throws IOException {
    Path file = Files.writeString(directory.resolve("file"), content);
    return new Source("file", file.toString(), format);
  }

  private static Slice slice(Source source) throws IOException {
    return new Slice(source, 0, Files.size(source.path()), 1);
  }

  private static List<String> texts(Source source) throws IOException {
    return read(slice(source)).stream()
        .map(record -> new String(record.bytes(), StandardCharsets.UTF_8))
        .toList();
  }

  private static List<RawRecord> read(Slice slice) throws IOException {
    List<RawRecord> records = new ArrayList<>();
    try (SliceReader reader = new SliceReader(slice)) {
      Optional<RawRecord> record = reader.next();
      while (record.isPresent()) {
        records.add(record.get());
        record = reader.next();
      }
    }
    return records;
  }
}
