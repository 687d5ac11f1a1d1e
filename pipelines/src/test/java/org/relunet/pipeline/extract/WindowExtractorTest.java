package org.relunet.pipeline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.pipeline.engine.RuleEngine;
import org.relunet.pipeline.input.Chunk;
import org.relunet.pipeline.input.ChunkPlanner;
import org.relunet.pipeline.input.RecordFormat;
import org.relunet.pipeline.input.Source;
import org.relunet.pipeline.record.JsonPaths;
import org.relunet.pipeline.result.ResultFormat;
import org.relunet.pipeline.result.ResultSettings;

class WindowExtractorTest {
  @TempDir Path directory;
  private final RuleEngine engine = new RuleEngine();

  @Test
  void resultsKeepTheOrderOfTheInputAndAWindowIsOneCall() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      lines.add("{\"id\": %d, \"text\": \"%s\"}".formatted(i, "x".repeat((i * 37) % 101)));
    }
    List<WindowResult> results = run(String.join("\n", lines), 0);
    List<String> written = results(results).lines().toList();
    assertThat(written).hasSize(200);
    for (int i = 0; i < 200; i++) {
      assertThat(written.get(i)).startsWith("{\"id\":\"" + i + "\"");
    }
    assertThat(engine.batchSizes()).containsExactly(200);
  }

  @Test
  void aPoisonousDocumentDoesNotTakeItsBatchAlong() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String text = i == 17 || i == 31 ? RuleEngine.POISON : "Ann likes Bob" + i;
      lines.add("{\"id\": \"d%d\", \"text\": \"%s\"}".formatted(i, text));
    }
    List<WindowResult> results = run(String.join("\n", lines), 0);
    assertThat(results(results).lines()).hasSize(48).noneMatch(line -> line.contains("\"d17\""));
    assertThat(counts(results)).isEqualTo(new ExtractionCounts(48, 48, 2));
    assertThat(deadLetters(results).lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("\"line\":18,\"stage\":\"extract\"")
        .contains("IllegalStateException: the rules choke on d17")
        .contains("\"record\":\"{\\\"id\\\": \\\"d17\\\"");
    assertThat(engine.batchSizes()).as("calls").hasSizeLessThan(25);
  }

  @Test
  void aDocumentThatTakesTooLongIsGivenUpAloneAndAtOnce() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String text = i == 0 || i == 31 ? RuleEngine.SLOW : "Ann likes Bob" + i;
      lines.add("{\"id\": \"d%d\", \"text\": \"%s\"}".formatted(i, text));
    }
    List<WindowResult> results = run(String.join("\n", lines), 0);
    assertThat(counts(results)).isEqualTo(new ExtractionCounts(48, 48, 2));
    assertThat(results(results).lines().toList().get(30)).startsWith("{\"id\":\"d32\"");
    assertThat(deadLetters(results).lines())
        .hasSize(2)
        .last()
        .asString()
        .contains("\"line\":32,\"stage\":\"extract\"")
        .contains("4 characters took more than the 60.0 seconds of extraction.document-seconds");
    assertThat(engine.batchSizes()).containsExactly(50, 49, 48);
  }

  @Test
  void badRecordsInTheMiddleOfGoodOnesAreLettersInTheOrderOfTheInput() throws IOException {
    List<WindowResult> results =
        run(
            """
            {"id": "1", "text": "Ann likes Bob."}
            {"id": "2", "text": "POISON"}
            {"id": "3", "text":

            {"id": "4"}
            {"id": "5", "text": "Bob knows Ann."}
            """,
            0);
    assertThat(results(results).lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("{\"id\":\"1\""))
        .anyMatch(line -> line.startsWith("{\"id\":\"5\""));
    assertThat(deadLetters(results).lines())
        .extracting(line -> line.replaceAll(".*(\"line\":\\d+,\"stage\":\"\\w+\").*", "$1"))
        .containsExactly(
            "\"line\":2,\"stage\":\"extract\"",
            "\"line\":3,\"stage\":\"decode\"",
            "\"line\":5,\"stage\":\"decode\"");
  }

  @Test
  void triplesBelowTheConfidenceAskedForAreLeftOut() throws IOException {
    List<WindowResult> results = run("{\"text\": \"Ann likes Bob. Ann knows Bob.\"}\n", 0.9);
    assertThat(results(results)).contains("likes").doesNotContain("knows");
    assertThat(counts(results).triples()).isEqualTo(1);
  }

  @Test
  void anEmptyFileGivesOneEmptyWindow() throws IOException {
    List<WindowResult> results = run("", 0);
    assertThat(results).hasSize(1);
    assertThat(counts(results)).isEqualTo(ExtractionCounts.NONE);
    assertThat(engine.batchSizes()).isEmpty();
  }

  @Test
  void theSameDocumentTwiceGivesTwoResults() throws IOException {
    String line = "{\"id\": \"1\", \"text\": \"Ann likes Bob.\"}\n";
    assertThat(results(run(line + line, 0)).lines()).hasSize(2);
  }

  @Test
  void offsetsInAPageAreThoseOfTheFile() throws IOException {
    String page = "<p>\uD83D\uDE00 AT&amp;T <b>likes</b>\n <i>B</i>ob.</p>";
    assertThat(results(run(page, RecordFormat.HTML, 0)))
        .contains("{\"text\":\"AT&T\",\"start\":5,\"end\":13}")
        .contains("{\"text\":\"Bob\",\"start\":31,\"end\":38}");
  }

  @Test
  void offsetsInMarkdownAreThoseOfTheFile() throws IOException {
    String page = "# News\n\n- **Ann** likes [Bob](http://example.com/likes)\n";
    assertThat(results(run(page, RecordFormat.MARKDOWN, 0)))
        .contains("{\"text\":\"Ann\",\"start\":12,\"end\":15}")
        .contains("{\"text\":\"Bob\",\"start\":25,\"end\":28}");
  }

  @Test
  void markupThatWouldTakeLongIsADeadLetter() throws IOException {
    List<WindowResult> results = run("<".repeat(20_000), RecordFormat.MARKDOWN, 0);
    assertThat(deadLetters(results)).contains("\"stage\":\"decode\"").contains("too many '<'");
  }

  private List<WindowResult> run(String jsonl, double confidence) throws IOException {
    return run(jsonl, RecordFormat.JSONL, confidence);
  }

  private List<WindowResult> run(String content, RecordFormat format, double confidence)
      throws IOException {
    Path file = Files.writeString(directory.resolve("in.jsonl"), content);
    Source source = new Source("in.jsonl", file.toString(), format);
    WindowExtractor extractor =
        new WindowExtractor(
            engine, new ResultSettings(ResultFormat.JSONL, confidence, "urn:relunet:", false));
    List<WindowResult> results = new ArrayList<>();
    for (Chunk chunk : ChunkPlanner.plan(List.of(source), 1)) {
      new WindowReader(JsonPaths.DEFAULT)
          .read(chunk, window -> results.add(extractor.extract(window)));
    }
    return results;
  }

  private static String results(List<WindowResult> windows) {
    StringBuilder all = new StringBuilder();
    windows.forEach(window -> all.append(new String(window.results(), StandardCharsets.UTF_8)));
    return all.toString();
  }

  private static String deadLetters(List<WindowResult> windows) {
    StringBuilder all = new StringBuilder();
    windows.forEach(window -> all.append(new String(window.deadLetters(), StandardCharsets.UTF_8)));
    return all.toString();
  }

  private static ExtractionCounts counts(List<WindowResult> windows) {
    return windows.stream()
        .map(WindowResult::counts)
        .reduce(ExtractionCounts.NONE, ExtractionCounts::plus);
  }
}
