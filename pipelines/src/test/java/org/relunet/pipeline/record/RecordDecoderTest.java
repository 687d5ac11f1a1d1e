package org.relunet.pipeline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.pipeline.input.RawRecord;
import org.relunet.pipeline.input.RecordFormat;
import org.relunet.pipeline.input.RecordLocation;
import org.relunet.pipeline.input.Source;

class RecordDecoderTest {
  private final RecordDecoder decoder = new RecordDecoder(JsonPaths.DEFAULT);

  @Test
  void anObjectWithIdAndTextIsADocument() {
    LocatedDocument document = accept("{\"id\": \"7\", \"text\": \"Zoë 😀\", \"more\": [1]}");
    assertThat(document.id()).isEqualTo("7");
    assertThat(document.text()).isEqualTo("Zoë 😀");
  }

  @Test
  void anIdMayBeAnIntegerOrAbsent() {
    assertThat(accept("{\"id\": 12345678901234567890, \"text\": \"\"}").id())
        .isEqualTo("12345678901234567890");
    assertThat(accept("{\"text\": \"a\"}").id()).isEqualTo("in.jsonl:3");
    assertThat(accept("{\"id\": null, \"text\": \"a\"}").id()).isEqualTo("in.jsonl:3");
  }

  @Test
  void emptyAndBlankTextsAreDocuments() {
    assertThat(accept("{\"text\": \"\"}").text()).isEmpty();
    assertThat(accept("{\"text\": \" \\n\\t\"}").text()).isEqualTo(" \n\t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\": \"1\", \"text\": \"a\" | malformed JSON at column",
        "not json | malformed JSON at column",
        "{\"text\": \"a\"} {\"text\": \"b\"} | malformed JSON",
        "{\"text\": \"a\", \"text\": \"b\"} | Duplicate field 'text'",
        "[\"a\"] | expected a JSON object",
        "\"a\" | but got string \"a\"",
        "{\"id\": \"1\", \"Text\": \"a\"} | no key 'text'; found 'id', 'Text' (write 'text')",
        "{} | no key 'text': the object is empty",
        "{\"text\": 5} | 'text' must be a string but is number 5",
        "{\"text\": null} | 'text' must be a string but is null",
        "{\"id\": 1.5, \"text\": \"a\"} | 'id' must be a string or an integer but is number 1.5",
        "{\"id\": \" \", \"text\": \"a\"} | 'id' is blank",
        "{\"text\": \"a\\ud83d\"} | 'text' holds half a surrogate pair (\\uD83D)",
        "{\"text\": \"\\ude00\\ud83d\"} | half a surrogate pair (\\uDE00)",
      })
  void whatIsNoDocumentIsRejectedWithTheReason(String line, String reason) {
    DeadLetter letter = reject(line.getBytes(StandardCharsets.UTF_8));
    assertThat(letter.reason()).contains(reason);
    assertThat(letter.stage()).isEqualTo(Stage.DECODE);
    assertThat(letter.record()).isEqualTo(line.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void deeplyNestedJsonIsRejectedAndDoesNotOverflowTheStack() {
    String line = "{\"text\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(reject(line.getBytes(StandardCharsets.UTF_8)).reason()).contains("malformed JSON");
  }

  @Test
  void valuesThatNobodyReadsDoNotFillTheMemory() {
    String line = "{\"text\": \"a\", \"more\": [" + "[],".repeat(2_000_000) + "[]]}";
    assertThat(reject(line.getBytes(StandardCharsets.UTF_8)).reason())
        .contains("malformed JSON", "1000000");
  }

  @Test
  void bytesThatAreNoUtf8AreRejectedWithTheirPlace() {
    byte[] latin1 = "{\"text\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(reject(latin1).reason()).isEqualTo("not valid UTF-8 at byte 13 (0xE9)");
    assertThat(reject(new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80}).reason())
        .as("a surrogate is no character")
        .contains("at byte 1");
    assertThat(reject(new byte[] {'a', (byte) 0xE2, (byte) 0x82}).reason())
        .as("cut off")
        .contains("at byte 1");
    assertThat(reject("a".getBytes(StandardCharsets.UTF_16)).reason()).contains("iconv");
    assertThat(reject("Ann likes".getBytes(StandardCharsets.UTF_16LE)).reason())
        .isEqualTo("looks like UTF-16: convert it with iconv -f UTF-16LE -t UTF-8");
    assertThat(reject("Ann likes".getBytes(StandardCharsets.UTF_16BE)).reason())
        .contains("iconv -f UTF-16BE");
  }

  @Test
  void blankLinesBetweenObjectsAreNothing() {
    assertThat(decoder.decode(record(" \t", RecordFormat.JSONL, 40)))
        .isInstanceOf(Decoded.Blank.class);
  }

  @Test
  void aTextIsTakenAsItIsExceptForAByteOrderMarkAtTheStartOfTheFile() {
    assertThat(accept(record("\uFEFFa\r\nb ", RecordFormat.TEXT, 0)).text()).isEqualTo("a\r\nb ");
    assertThat(accept(record("\uFEFFa", RecordFormat.LINES, 9)).text()).isEqualTo("\uFEFFa");
    assertThat(accept(record("\uFEFF{\"text\": \"a\"}", RecordFormat.JSONL, 0)).text())
        .isEqualTo("a");
    assertThat(accept(record("", RecordFormat.LINES, 9)).text()).isEmpty();
  }

  @Test
  void aTextOfAMegabyteIsADocument() {
    String text = "word ".repeat(210_000);
    assertThat(accept("{\"text\": \"" + text + "\"}").text()).isEqualTo(text);
  }

  @Test
  void aRecordThatIsTooLongIsRejected() {
    RecordLocation location =
        new RecordLocation(source(RecordFormat.TEXT), 0, 0, RecordLocation.MAXIMUM_BYTES + 1);
    Decoded decoded = decoder.decode(new RawRecord(location, new byte[0]));
    assertThat(((Decoded.Rejected) decoded).letter().reason())
        .contains("67108865 bytes")
        .contains("cut it");
  }

  @Test
  void textAndIdMayStandElsewhereInALine() {
    RecordDecoder elsewhere = new RecordDecoder(new JsonPaths("/payload/body", "/meta/0"));
    String line = "{\"payload\": {\"body\": \"a\"}, \"meta\": [7], \"text\": \"b\"}";

    assertThat(elsewhere.decode(record(line, RecordFormat.JSONL, 40)))
        .isInstanceOfSatisfying(
            Decoded.Accepted.class,
            accepted -> {
              assertThat(accepted.document().text()).isEqualTo("a");
              assertThat(accepted.document().id()).isEqualTo("7");
            });
    assertThatThrownBy(() -> new JsonPaths("text", "/id"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'text' is no JSON Pointer");
  }

  private LocatedDocument accept(String line) {
    return accept(record(line, RecordFormat.JSONL, 40));
  }

  private LocatedDocument accept(RawRecord record) {
    return ((Decoded.Accepted) decoder.decode(record)).document();
  }

  private DeadLetter reject(byte[] line) {
    RecordLocation location = new RecordLocation(source(RecordFormat.JSONL), 3, 40, line.length);
    return ((Decoded.Rejected) decoder.decode(new RawRecord(location, line))).letter();
  }

  private static RawRecord record(String line, RecordFormat format, long offset) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return new RawRecord(new RecordLocation(source(format), 3, offset, bytes.length), bytes);
  }

  private static Source source(RecordFormat format) {
    return new Source("in.jsonl", "/in.jsonl", format);
  }
}
