package org.relunet.corpus.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.corpus.format.CorpusFormat;
import org.relunet.corpus.format.CorpusReader;
import org.relunet.corpus.format.OffsetUnit;

class CorpusCheckTest {
  @TempDir Path folder;

  @Test
  void aSoundDataSetHasNoFindings() throws IOException {
    assertThat(CorpusCheck.of(many("train", 100), Optional.of(many("dev", 30)))).isEmpty();
  }

  @Test
  void textsOfBothFilesAreTold() throws IOException {
    CorpusPart train = many("train", 100);
    CorpusPart dev = part("dev", lines("dev", 30, record("d", "train 7  met Bob.", "met")));

    assertThat(messages(train, dev))
        .singleElement()
        .asString()
        .contains("1 of 31 texts of dev stand in train too")
        .contains("d is train7");
  }

  @Test
  void contradictingTextsAndRepeatedIdsAreTold() throws IOException {
    CorpusPart train =
        part(
            "train",
            lines(
                "train",
                100,
                record("a", "Ann met Bob.", "met"),
                record("b", "Ann met Bob.", "knows"),
                record("c", "Eve met Bob.", "met"),
                record("c", "Eve met Bob.", "met")));

    assertThat(messages(train))
        .anySatisfy(
            line -> assertThat(line).contains("1 text stands there more than once with different"))
        .anySatisfy(
            line -> assertThat(line).contains("1 text stands there more than once with the same"))
        .anySatisfy(
            line -> assertThat(line).contains("1 id names more than one text").contains("'c'"))
        .hasSize(3);
  }

  @Test
  void relationsThatLookLikeMistakesAreTold() throws IOException {
    CorpusPart train =
        part(
            "train",
            lines(
                "train",
                100,
                record("a", "Ann met Bob.", "Live_In"),
                record("b", "Eve met Bob.", "live in"),
                record("c", "Kim met Bob.", " kills "),
                record("d", "Joe met Bob.", "None")));

    assertThat(messages(train))
        .anySatisfy(line -> assertThat(line).contains("'Live_In' (1), 'live in' (1)"))
        .anySatisfy(line -> assertThat(line).contains("white space").contains("' kills '"))
        .anySatisfy(line -> assertThat(line).contains("'None' in 1 triple"))
        .hasSize(3);
  }

  @Test
  void tooFewTextsAreTold() throws IOException {
    assertThat(CorpusCheck.of(many("train", 5), Optional.of(many("dev", 2))))
        .extracting(Finding::message)
        .containsExactly(
            "train: only 5 texts have triples: a model that generalises needs some hundreds",
            "dev: only 2 texts have triples: so few can hardly tell a better epoch from a worse one");
  }

  @ParameterizedTest
  @CsvSource({
    // of "😀é Ann met Bob.": Ann is 3 to 6 in code points, Bob 11 to 14
    "2, 5, 10, 13, one too low",
    "3, 5, 11, 13, --offsets inclusive",
    "7, 10, 15, 18, --offsets utf8",
    "4, 6, 12, 14, --offsets one-based-inclusive",
  })
  void offsetsOfAnotherConventionAreRecognised(
      int start, int end, int objectStart, int objectEnd, String said) throws IOException {
    CorpusPart train =
        part(
            "train",
            lines("train", 0, located("😀é Ann met Bob.", start, end, objectStart, objectEnd)));

    assertThat(messages(train)).anySatisfy(line -> assertThat(line).contains(said));
  }

  @Test
  void offsetsThatAreOneTooHighAreRecognised() throws IOException {
    CorpusPart train = part("train", lines("train", 0, located("So Ann met Bob.", 4, 7, 12, 15)));

    assertThat(messages(train))
        .anySatisfy(line -> assertThat(line).contains("--offsets one-based"));
  }

  @Test
  void unitsOfUtf16AreRecognised() throws IOException {
    CorpusPart train =
        part("train", lines("train", 0, located("😀😀😀é Ann met Bob.", 8, 11, 16, 19)));

    assertThat(messages(train)).anySatisfy(line -> assertThat(line).contains("--offsets utf16"));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF16, 4, 7, 12, 15",
    "UTF8, 7, 10, 15, 18",
    "INCLUSIVE, 3, 5, 11, 13",
    "ONE_BASED, 4, 7, 12, 15",
    "ONE_BASED_INCLUSIVE, 4, 6, 12, 14"
  })
  void offsetsOfANamedUnitAreRight(
      OffsetUnit unit, int start, int end, int objectStart, int objectEnd) throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(file, located("😀é Ann met Bob.", start, end, objectStart, objectEnd));

    CorpusPart part =
        new CorpusPart("a", new CorpusReader(CorpusFormat.AUTO, unit).read(file), unit);

    assertThat(OffsetDiagnosis.of(part)).isEmpty();
  }

  @Test
  void entitiesThatCrossAreNamedAndThoseInsideOthersAreNot() throws IOException {
    String inside =
        "[{'start':0,'end':9},{'start':5,'end':9},{'start':0,'end':4},{'start':14,'end':17}]";
    String crossing = "[{'start':5,'end':13},{'start':0,'end':9}]";
    CorpusPart train =
        part(
            "train",
            List.of(listed("nested", inside), listed("crossed", crossing), listed("none", "[]")));

    assertThat(messages(train))
        .containsExactly(
            "train: 1 text lists entities that cross, each with a part outside of the other\n"
                + "  crossed: 'Alan Bean' and 'Bean of '");
  }

  private static String listed(String id, String entities) {
    return "{'id':'%s','text':'Alan Bean of %s met Bob.','triples':[],'entities':%s}"
        .formatted(id, id, entities)
        .replace("'", "\"");
  }

  @Test
  void offsetsThatAreReadByAnyWrongUnitAreToldTheRightOne() throws IOException {
    // é is two bytes, the emoji two UTF-16 units and four bytes
    String text = "é😀é Ann met Bob é.";
    Path file = folder.resolve("a.jsonl");
    Files.writeString(file, located(text, 4, 7, 12, 15));
    for (OffsetUnit read : OffsetUnit.values()) {
      CorpusPart part =
          new CorpusPart("a", new CorpusReader(CorpusFormat.AUTO, read).read(file), read);
      assertThat(String.join("\n", messages(part)))
          .as(read.label())
          .matches(
              told ->
                  read == OffsetUnit.CODE_POINTS
                      ? told.isEmpty()
                      : told.contains("--offsets code-points"));
    }
    Files.writeString(file, located(text, 9, 12, 17, 20));
    CorpusPart part =
        new CorpusPart(
            "a",
            new CorpusReader(CorpusFormat.AUTO, OffsetUnit.UTF16).read(file),
            OffsetUnit.UTF16);
    assertThat(messages(part)).singleElement().asString().contains("--offsets utf8");
  }

  @Test
  void anOffsetBeyondAllTextsIsToldAsThat() throws IOException {
    Path file = folder.resolve("a.jsonl");
    for (String end : List.of("2147483648", "1073741825", "9".repeat(30))) {
      Files.writeString(file, located("Ann met Bob.", 0, 3, 8, 11).replace(":11", ":" + end));
      assertThatThrownBy(() -> new CorpusReader().read(file))
          .hasMessageContaining(
              "triple 1: object: 'end' is " + end + ", and no text has more than 1073741824");
    }
    Files.writeString(file, located("Ann met Bob.", 0, 3, 8, 11).replace(":11", ":1.5"));
    assertThatThrownBy(() -> new CorpusReader().read(file))
        .hasMessageContaining("'end' must be a whole number, but is 1.5");
  }

  @Test
  void whereTheFirstCharacterIs1NothingStandsAt0() throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(file, located("Ann met Bob.", 0, 3, 8, 11));

    assertThatThrownBy(() -> new CorpusReader(CorpusFormat.AUTO, OffsetUnit.ONE_BASED).read(file))
        .hasMessageContaining("'start' must count from 1, but is");
  }

  private static List<String> messages(CorpusPart train, CorpusPart... dev) {
    return CorpusCheck.of(train, dev.length == 0 ? Optional.empty() : Optional.of(dev[0])).stream()
        .filter(finding -> !finding.message().contains("only"))
        .map(finding -> String.join("\n", finding.lines()))
        .toList();
  }

  private CorpusPart many(String name, int texts) throws IOException {
    return part(name, lines(name, texts));
  }

  private static List<String> lines(String name, int texts, String... more) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      lines.add(record(name + i, name + " " + i + " met Bob.", "met"));
    }
    lines.addAll(List.of(more));
    return lines;
  }

  private CorpusPart part(String name, List<String> lines) throws IOException {
    Path file = Files.write(folder.resolve(name + ".jsonl"), lines);
    return new CorpusPart(name, new CorpusReader().read(file), OffsetUnit.CODE_POINTS);
  }

  private static String record(String id, String text, String relation) {
    return ("{'id':'%s','text':'%s','triples':[{'subject':{'text':'met'},'relation':'%s',"
            + "'object':{'text':'Bob'}}]}")
        .formatted(id, text, relation)
        .replace('\'', '"');
  }

  private static String located(String text, int start, int end, int objectStart, int objectEnd) {
    return ("{'text':'%s','triples':[{'subject':{'text':'Ann','start':%d,'end':%d},'relation':'met',"
            + "'object':{'text':'Bob','start':%d,'end':%d}}]}")
        .formatted(text, start, end, objectStart, objectEnd)
        .replace('\'', '"');
  }
}
