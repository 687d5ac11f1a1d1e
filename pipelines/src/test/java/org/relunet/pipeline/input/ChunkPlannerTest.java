package org.relunet.pipeline.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkPlannerTest {
  private static final String[] ENDS = {"\n", "\r\n", "\r"};

  @TempDir Path directory;

  @Test
  void everyLineIsInExactlyOneChunkWithItsNumberWhateverTheSizeOfChunks() throws IOException {
    Random random = new Random(1);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      lines.add("x".repeat(random.nextInt(40)));
    }
    StringBuilder content = new StringBuilder();
    for (String line : lines) {
      // never \r before an empty line that ends in \n: the two would be one end
      content.append(line).append(line.isEmpty() ? "\r\n" : ENDS[random.nextInt(3)]);
    }
    Source source = source("lines", content.toString(), RecordFormat.LINES);
    for (long target = 1; target < 5000; target = target * 3 + 1) {
      List<Chunk> chunks = ChunkPlanner.planOfSize(List.of(source), target);
      List<RawRecord> records = read(chunks);
      assertThat(records)
          .as("chunks of %d bytes", target)
          .extracting(record -> new String(record.bytes(), StandardCharsets.UTF_8))
          .isEqualTo(lines);
      for (int i = 0; i < records.size(); i++) {
        assertThat(records.get(i).location().line()).isEqualTo(i + 1);
      }
    }
  }

  @Test
  void chunksHaveAboutTheSizeAskedFor() throws IOException {
    Source source = source("lines", "123456789\n".repeat(100), RecordFormat.JSONL);
    List<Chunk> chunks = ChunkPlanner.planOfSize(List.of(source), 95);
    assertThat(chunks).hasSize(10);
    assertThat(chunks.get(3).slices()).containsExactly(new Slice(source, 300, 400, 31));
  }

  @Test
  void smallFilesShareAChunkAndStayInOrder() throws IOException {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      sources.add(source("text-" + i, "0123456789", RecordFormat.TEXT));
    }
    List<Chunk> chunks = ChunkPlanner.planOfSize(sources, 25);
    assertThat(chunks).extracting(chunk -> chunk.slices().size()).containsExactly(3, 3, 3, 1);
    assertThat(chunks).extracting(Chunk::ordinal).containsExactly(0, 1, 2, 3);
    assertThat(chunks.stream().flatMap(chunk -> chunk.slices().stream()).map(Slice::source))
        .isEqualTo(sources);
  }

  @Test
  void anEmptyFileIsAChunkTooSinceATextMayBeEmpty() throws IOException {
    assertThat(ChunkPlanner.plan(List.of(source("a", "", RecordFormat.TEXT)), 2)).hasSize(1);
    assertThat(ChunkPlanner.plan(List.of(source("b", "", RecordFormat.JSONL)), 2)).hasSize(1);
  }

  private Source source(String name, String content, RecordFormat format) throws IOException {
    Path file = Files.writeString(directory.resolve(name), content);
    return new Source(name, file.toString(), format);
  }

  private static List<RawRecord> read(List<Chunk> chunks) throws IOException {
    List<RawRecord> records = new ArrayList<>();
    for (Chunk chunk : chunks) {
      for (Slice slice : chunk.slices()) {
        try (SliceReader reader = new SliceReader(slice)) {
          Optional<RawRecord> record = reader.next();
          while (record.isPresent()) {
            records.add(record.get());
            record = reader.next();
          }
        }
      }
    }
    return records;
  }
}
