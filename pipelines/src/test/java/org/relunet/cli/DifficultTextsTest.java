package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that could trip the default model's tokenizer, parser or network. */
class DifficultTextsTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** A sentence whose triple the default model is sure of. */
  private static final String BORN = "Alan Bean was born in Wheeler, Texas";

  @TempDir Path directory;

  @Test
  void textsWithoutAWordGiveNoTriple() throws IOException {
    Files.writeString(directory.resolve("a-empty.txt"), "");
    Files.writeString(directory.resolve("b-blank.txt"), " \n\t\u00A0\n");
    Files.writeString(directory.resolve("c-invisible.txt"), "\uFEFF\u200B\u200F\u0000\n");
    Files.writeString(directory.resolve("d-smile.txt"), "😀");
    List<JsonNode> results = extract(directory);
    assertThat(results).hasSize(4).allMatch(result -> result.get("triples").isEmpty());
    assertThat(Program.run("extract", "--text", "").out()).contains("\"triples\":[]");
  }

  @Test
  void offsetsAreCodePointsWhateverStandsBetweenTheTriples() throws IOException {
    List<String> strange =
        List.of(
            "😀 👩‍🚀 🇺🇸 ",
            "Cafe\u0301 nai\u0308ve Zoe\u0308. ",
            "שלום עולם. ",
            "مرحبا بالعالم، كيف حالك؟ ",
            "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 ",
            "\u00A0\u2003\u0000\u0007 ",
            "\uFEFF\u200F");
    List<String> texts = new ArrayList<>();
    for (String some : strange) {
      texts.add(some + BORN + ". " + some + "\n\n" + some + BORN + ". " + some);
    }
    List<JsonNode> results = extract(jsonLines(texts));
    for (int i = 0; i < texts.size(); i++) {
      int[] characters = texts.get(i).codePoints().toArray();
      assertThat(results.get(i).get("triples")).as(texts.get(i)).hasSizeGreaterThanOrEqualTo(2);
      for (JsonNode triple : results.get(i).get("triples")) {
        assertThat(cut(characters, triple.get("subject"))).isEqualTo("Alan Bean");
        assertThat(cut(characters, triple.get("object"))).isEqualTo("Wheeler, Texas");
        assertThat(triple.get("relation").textValue()).isEqualTo("birthPlace");
      }
    }
  }

  @Test
  void triplesAtStartMiddleAndEndOfASentenceOfThreeThousandWordsAreFound() throws IOException {
    String filler = " , and " + Filler.words(1_490) + " , and ";
    String text = BORN + filler + BORN + filler + BORN;
    List<JsonNode> results = extract(jsonLines(List.of(text)));
    int second = BORN.length() + filler.length();
    assertThat(results.get(0).get("triples"))
        .extracting(triple -> triple.get("subject").get("start").intValue())
        .containsExactly(0, second, 2 * second);
    assertThat(results.get(0).get("triples"))
        .allMatch(triple -> triple.get("relation").textValue().equals("birthPlace"))
        .allMatch(triple -> triple.get("sentence").get("end").intValue() == text.length());
  }

  @Test
  void aMegabyteWithoutASpaceIsRead() throws IOException {
    String text = "x".repeat(1 << 20) + ". " + BORN + ".";
    assertThat(extract(jsonLines(List.of(text))).get(0).get("triples"))
        .singleElement()
        .matches(triple -> triple.get("subject").get("start").intValue() == (1 << 20) + 2);
  }

  private Path jsonLines(List<String> texts) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String text : texts) {
      ObjectNode line = JSON.createObjectNode().put("text", text);
      lines.add(JSON.writeValueAsString(line));
    }
    return Files.write(directory.resolve("in.jsonl"), lines);
  }

  private static List<JsonNode> extract(Path input) throws IOException {
    Program.Run run = Program.run("extract", "--input", input.toString());
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    List<JsonNode> results = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      results.add(JSON.readTree(line));
    }
    return results;
  }

  /** What stands at the mention's offsets, after a check that it is the mention's text. */
  private static String cut(int[] characters, JsonNode mention) {
    int start = mention.get("start").intValue();
    int end = mention.get("end").intValue();
    String there = new String(characters, start, end - start);
    assertThat(there).isEqualTo(mention.get("text").textValue());
    return there;
  }
}
