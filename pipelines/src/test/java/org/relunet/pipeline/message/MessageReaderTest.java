package org.relunet.pipeline.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.api.text.Document;
import org.relunet.pipeline.record.JsonPaths;
import org.relunet.pipeline.record.JsonRecord;

class MessageReaderTest {
  private static final Position POSITION = new Position("texts", 3, 17);

  private static Reading read(MessageFormat format, byte[] key, byte[] value) {
    return new MessageReader(format, new JsonRecord(JsonPaths.DEFAULT), MessageMarkup.NONE)
        .read(new InputMessage(POSITION, 0, key, value, List.of()));
  }

  private static Document document(MessageFormat format, String key, String value) {
    Reading reading = read(format, key == null ? null : key.getBytes(UTF_8), value.getBytes(UTF_8));
    assertThat(reading).isInstanceOf(Reading.Accepted.class);
    return ((Reading.Accepted) reading).document();
  }

  private static MessageFailure failure(MessageFormat format, byte[] value) {
    Reading reading = read(format, null, value);
    assertThat(reading).isInstanceOf(Reading.Rejected.class);
    return ((Reading.Rejected) reading).failure();
  }

  @Test
  void anIdIsTheJsonsElseTheKeyElseThePosition() {
    assertThat(document(MessageFormat.AUTO, "k", "{\"id\":7,\"text\":\"Ann.\"}"))
        .isEqualTo(new Document("7", "Ann."));
    assertThat(document(MessageFormat.AUTO, "k", "{\"text\":\"Ann.\"}"))
        .isEqualTo(new Document("k", "Ann."));
    assertThat(document(MessageFormat.AUTO, null, "Ann."))
        .isEqualTo(new Document("texts-3-17", "Ann."));
    assertThat(document(MessageFormat.AUTO, " ", "Ann."))
        .isEqualTo(new Document("texts-3-17", "Ann."));
  }

  @Test
  void aKeyThatIsNoTextIsNoId() {
    Reading reading = read(MessageFormat.TEXT, new byte[] {(byte) 0xFF}, "Ann.".getBytes(UTF_8));

    assertThat(((Reading.Accepted) reading).document())
        .isEqualTo(new Document("texts-3-17", "Ann."));
  }

  @Test
  void whatIsPlainTextIsSaidByTheFormatOrByTheFirstCharacter() {
    assertThat(document(MessageFormat.TEXT, "k", "{\"text\":\"Ann.\"}").text())
        .isEqualTo("{\"text\":\"Ann.\"}");
    assertThat(document(MessageFormat.AUTO, "k", " \n {\"text\":\"Ann.\"}").text())
        .isEqualTo("Ann.");
    assertThat(failure(MessageFormat.JSON, "Ann.".getBytes(UTF_8)).reason())
        .startsWith("malformed JSON");
  }

  private static byte[] framed(byte[] payload) {
    return ByteBuffer.allocate(5 + payload.length).put((byte) 0).putInt(7).put(payload).array();
  }

  private static Document auto(byte[] value) {
    return ((Reading.Accepted) read(MessageFormat.AUTO, null, value)).document();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkIsNoPartOfTheText(String charset) {
    assertThat(auto("\uFEFFAnn.".getBytes(Charset.forName(charset))).text()).isEqualTo("Ann.");
    assertThat(auto("\uFEFF{\"text\":\"Ann.\"}".getBytes(Charset.forName(charset))).text())
        .isEqualTo("Ann.");
    assertThat(auto("Ann \u20AC.".getBytes(Charset.forName(charset))).text())
        .isEqualTo("Ann \u20AC.");
    assertThat(failure(MessageFormat.AUTO, "\uFEFF".getBytes(Charset.forName(charset))).reason())
        .contains("byte order mark alone");
  }

  @Test
  void jsonInTheFrameOfASchemaRegistryIsRead() {
    assertThat(auto(framed("{\"id\":1,\"text\":\"Ann.\"}".getBytes(UTF_8))))
        .isEqualTo(new Document("1", "Ann."));
  }

  @ParameterizedTest
  @EnumSource
  void framedAvroAndProtobufAreNamed(MessageFormat format) {
    byte[] avro = framed(new byte[] {8, 'A', 'n', 'n', '.'});
    byte[] protobuf = framed(new byte[] {0, 10, 4, 'A', 'n', 'n', '.'});

    assertThat(failure(format, avro).reason()).contains("schema id 7").contains("Avro or Protobuf");
    assertThat(failure(format, protobuf).reason()).contains("Avro or Protobuf");
  }

  @Test
  void binaryValuesAreNoText() {
    assertThat(failure(MessageFormat.AUTO, new byte[] {0}).reason()).contains("binary");
    assertThat(failure(MessageFormat.AUTO, new byte[] {8, 'A'}).reason()).contains("U+0008");
    assertThat(failure(MessageFormat.AUTO, new byte[] {'A', 'b', 'c', 0, 'd'}).reason())
        .contains("zero character at place 3");
  }

  @Test
  void anArrayOfJsonIsNoDocumentAndATextMayBeginWithABracket() {
    assertThat(failure(MessageFormat.AUTO, " [{\"text\":\"Ann.\"}]".getBytes(UTF_8)).reason())
        .contains("a JSON array of 1 elements");
    assertThat(auto("[1] Ann likes Bob.".getBytes(UTF_8)).text()).isEqualTo("[1] Ann likes Bob.");
    assertThat(document(MessageFormat.TEXT, null, "[1, 2]").text()).isEqualTo("[1, 2]");
  }

  @Test
  void textAndIdMayStandElsewhere() {
    MessageReader reader =
        new MessageReader(
            MessageFormat.AUTO,
            new JsonRecord(new JsonPaths("/payload/body", "/payload/meta/0")),
            MessageMarkup.NONE);
    String value = "{\"payload\":{\"body\":\"Ann.\",\"meta\":[7]},\"text\":\"other\"}";

    assertThat(reader.read(new InputMessage(POSITION, 0, null, value.getBytes(UTF_8), List.of())))
        .isInstanceOfSatisfying(
            Reading.Accepted.class,
            accepted -> assertThat(accepted.document()).isEqualTo(new Document("7", "Ann.")));
    assertThat(
            reader.read(
                new InputMessage(POSITION, 0, null, "{\"payload\":{}}".getBytes(UTF_8), List.of())))
        .asString()
        .contains("nothing at '/payload/body'; found 'payload'");
  }

  @Test
  void aTombstoneAndAnEmptyValueHoldNoDocument() {
    assertThat(failure(MessageFormat.AUTO, null).reason()).contains("null");
    assertThat(failure(MessageFormat.AUTO, new byte[0]).reason()).contains("empty");
  }

  @Test
  void bytesThatAreNoTextAreNamed() {
    MessageFailure failure = failure(MessageFormat.AUTO, new byte[] {'a', (byte) 0xC3, 'b'});

    assertThat(failure.stage()).isEqualTo(MessageStage.VALUE_CONVERTER);
    assertThat(failure.reason()).isEqualTo("not valid UTF-8 at byte 1 (0xC3)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"1\"} | no key 'text'; found 'id'",
        "{\"text\":7} | 'text' must be a string but is number 7",
        "{\"text\":\"a\",\"text\":\"b\"} | malformed JSON at column",
        "{\"text\":\"a\"} x | malformed JSON at column",
      })
  void jsonThatIsNoDocumentSaysWhy(String value, String reason) {
    assertThat(failure(MessageFormat.AUTO, value.getBytes(UTF_8)).reason()).startsWith(reason);
  }
}
