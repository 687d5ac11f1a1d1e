package org.relunet.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.text.CharacterSpan;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.LocatedEntity;
import org.relunet.corpus.NamedEntity;
import org.relunet.corpus.TextTriple;

class CorpusReaderTest {
  private static final String GOOD_LINE =
      "{\"sentText\": \"A b .\", \"relationMentions\":"
          + " [{\"em1Text\": \"A\", \"em2Text\": \"b\", \"label\": \"r\"}]}";

  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private void assertRefused(Path file, String... parts) {
    assertThatThrownBy(() -> new CorpusReader().read(file))
        .isInstanceOf(CorpusException.class)
        .message()
        .contains(parts);
  }

  @Test
  void readsAnArrayOfTripleLists() throws IOException {
    Path file =
        file(
            "train.json",
            """
            [
              {"text": "Bean was born in Texas .", "triple_list": [["Bean", "birthPlace", "Texas"], ["Bean", "birthPlace", "Texas"]]},
              {"text": "Nothing .", "triple_list": []}
            ]
            """);

    List<AnnotatedText> texts = new CorpusReader().read(file);

    assertThat(texts).extracting(AnnotatedText::id).containsExactly("train-1", "train-2");
    assertThat(texts.get(0).text()).isEqualTo("Bean was born in Texas .");
    assertThat(texts.get(0).textTriples())
        .containsExactly(
            new TextTriple("Bean", "birthPlace", "Texas"),
            new TextTriple("Bean", "birthPlace", "Texas"));
    assertThat(texts.get(1).triples()).isEmpty();
  }

  @Test
  void readsLinesOfRelationMentions() throws IOException {
    List<AnnotatedText> texts =
        new CorpusReader().read(file("val.json", GOOD_LINE + "\r\n\n" + GOOD_LINE));

    assertThat(texts).hasSize(2);
    assertThat(texts.get(1).id()).isEqualTo("val-2");
    assertThat(texts.get(1).textTriples()).containsExactly(new TextTriple("A", "r", "b"));
  }

  @Test
  void tellsTheFormatThatItRecognised() throws IOException {
    assertThat(new CorpusReader().readFile(file("a.json", GOOD_LINE)).format())
        .isEqualTo(CorpusFormat.RELATION_MENTIONS);
    assertThat(
            new CorpusReader()
                .readFile(file("b.json", "[{\"text\": \"a\", \"triple_list\": []}]"))
                .format())
        .isEqualTo(CorpusFormat.TRIPLE_LIST);
    assertThat(
            new CorpusReader()
                .readFile(file("c.jsonl", "{\"text\": \"a\", \"triples\": []}"))
                .format())
        .isEqualTo(CorpusFormat.RELUNET);
  }

  @Test
  void readsOffsetsAsCodePoints() throws IOException {
    Path file =
        file(
            "own.jsonl",
            """
            {"id": 7, "text": "😀 Ada lives", "triples": [{"subject": {"text": "Ada", "start": 2, "end": 5}, "relation": "is", "object": {"text": "lives"}}], "note": 1}
            """);

    AnnotatedText text = new CorpusReader().read(file).get(0);

    assertThat(text.id()).isEqualTo("7");
    assertThat(text.triples().get(0).subject())
        .isEqualTo(new LocatedEntity("Ada", new CharacterSpan(3, 6)));
    assertThat(text.triples().get(0).object()).isEqualTo(new NamedEntity("lives"));
  }

  @Test
  void keepsOffsetsBeyondTheTextForTheValidation() throws IOException {
    Path file =
        file(
            "own.jsonl",
            """
            {"text": "😀 A", "triples": [{"subject": {"text": "A", "start": 2, "end": 9}, "relation": "r", "object": {"text": "A"}}]}
            """);

    assertThat(new CorpusReader().read(file).get(0).triples().get(0).subject())
        .isEqualTo(new LocatedEntity("A", new CharacterSpan(3, 10)));
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() throws IOException {
    AnnotatedText text =
        new CorpusReader()
            .read(
                file(
                    "own.jsonl",
                    """
                    {"id": "x", "text": "e\u0301 😀 שלום\\n\\"A\\"", "triples": [{"subject": {"text": "שלום", "start": 5, "end": 9}, "relation": "r", "object": {"text": "A"}}]}
                    """))
            .get(0);
    ByteArrayOutputStream written = new ByteArrayOutputStream();

    new CorpusWriter().write(text, written);

    assertThat(written.toString(StandardCharsets.UTF_8))
        .endsWith("}\n")
        .contains("\"start\":5,\"end\":9");
    assertThat(new CorpusReader().read(Files.write(folder.resolve("b"), written.toByteArray())))
        .containsExactly(text);
  }

  @Test
  void namesEveryBrokenLineAmongGoodOnes() throws IOException {
    Path file =
        file(
            "val.json",
            String.join(
                "\n",
                GOOD_LINE,
                "{\"sentText\": \"A",
                GOOD_LINE,
                "{\"sentText\": 3, \"relationMentions\": []}",
                "{\"sentText\": \"A\", \"relationMentions\": [{\"em1Text\": \"A\"}]}",
                GOOD_LINE + " " + GOOD_LINE,
                "[]"));
    List<AnnotatedText> passedOn = new ArrayList<>();

    assertThatThrownBy(() -> new CorpusReader().read(file, passedOn::add))
        .isInstanceOf(CorpusException.class)
        .message()
        .contains(
            file + ":2: record 2 is not valid JSON",
            file + ":4: record 4: 'sentText' must be a text, but is 3",
            file + ":5: record 5: triple 1: the key 'label' is missing; there are 'em1Text'",
            file + ":6: record 6 is not valid JSON",
            file + ":7: record 7: expected an object, got []",
            "5 of 7 records");
    assertThat(passedOn).extracting(AnnotatedText::id).containsExactly("val-1", "val-3");
  }

  @Test
  void namesTheLineOfABrokenRecordInAnArray() throws IOException {
    assertRefused(
        file(
            "train.json",
            "[\n{\"text\": \"A\", \"triple_list\": []},\n{\"text\": \"A\", \"triple_list\": [[\"A\", \"r\"]]},\n{\"text\" \"B\"}\n]"),
        ":3: record 2: triple 1 must be [subject, relation, object], but is [\"A\",\"r\"]",
        ":4: record 3 is not valid JSON");
  }

  @Test
  void aKeyThatStandsTwiceIsRefusedRatherThanItsLastValueTaken() throws IOException {
    String twice = "{\"text\": \"A\", \"text\": \"B\", \"triple_list\": []}";
    assertRefused(
        file("train.json", twice), ":1: record 1 is not valid JSON: Duplicate field 'text'");
    assertRefused(
        file("train.json", "[" + twice + "]"), ":1: record 1 is not valid JSON: Duplicate field");
  }

  @Test
  void tellsOfAnArrayThatIsCutShort() throws IOException {
    assertRefused(
        file("train.json", "[\n{\"text\": \"A\", \"triple_list\": []},\n"), ":3:", "record 2 is");
    assertRefused(
        file("train.json", "[\n{\"text\": \"A\", \"triple_list\": []},\n{\"text\": \"B"),
        ":3: record 2 is not valid JSON");
    assertRefused(
        file("train.json", "[{\"text\": \"A\", \"triple_list\": []}] []"),
        "behind the end of the array");
  }

  @Test
  void namesTheLineWithInvalidUtf8() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write((GOOD_LINE + "\n").getBytes(StandardCharsets.UTF_8));
    bytes.write(GOOD_LINE.replace('A', 'ä').getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(
        Files.write(folder.resolve("val.json"), bytes.toByteArray()),
        ":2: record 2 is not valid UTF-8");
  }

  @Test
  void refusesFilesWithoutRecords() throws IOException {
    assertRefused(file("empty.json", ""), "holds no record");
    assertRefused(file("blank.json", " \n \n"), "holds no record");
    assertRefused(file("none.json", "[]"), "holds no record");
    assertRefused(folder.resolve("missing.json"), "missing.json: no such file");
    assertRefused(folder, "is a directory");
  }

  @Test
  void tellsWhichKeysItKnowsWhereNoFormatFits() throws IOException {
    assertRefused(
        file("rel2id.json", "[{\"birthPlace\": 0}]"),
        ":1: record 1: no known format has the keys 'birthPlace'",
        "'triple_list'");
  }

  @Test
  void anExplicitFormatIsHeldTo() throws IOException {
    Path file = file("val.json", GOOD_LINE);

    assertThatThrownBy(() -> new CorpusReader(CorpusFormat.TRIPLE_LIST).read(file))
        .hasMessageContaining("the key 'triple_list' is missing");
    assertThat(new CorpusReader(CorpusFormat.RELATION_MENTIONS).read(file)).hasSize(1);
  }

  @Test
  void refusesOffsetsThatAreNone() throws IOException {
    String record =
        "{\"text\": \"A\", \"triples\": [{\"subject\": {\"text\": \"A\", %s}, \"relation\": \"r\","
            + " \"object\": {\"text\": \"A\"}}]}";

    assertRefused(file("a", record.formatted("\"start\": -1, \"end\": 1")), "'start' must count");
    assertRefused(file("a", record.formatted("\"start\": 0.5, \"end\": 1")), "whole number");
    assertRefused(file("a", record.formatted("\"start\": 1, \"end\": 0")), "ends at 0, before");
    assertRefused(file("a", record.formatted("\"start\": 1")), "'end' is missing");
    assertRefused(
        file("a", record.formatted("\"start\": 0, \"end\": 99999999999")),
        "'end' is 99999999999, and no text");
  }

  @Test
  void skipsAByteOrderMark() throws IOException {
    assertThat(new CorpusReader().read(file("val.json", "\uFEFF" + GOOD_LINE))).hasSize(1);
    assertThat(
            new CorpusReader()
                .read(file("a.json", "\uFEFF[{\"text\": \"A\", \"triple_list\": []}]")))
        .hasSize(1);
  }
}
