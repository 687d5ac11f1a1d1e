package org.relunet.pipeline.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.api.text.Document;

class MessageReaderTest {
  private static final Position POSITION = new Position("texts", 3, 17);

  private static Reading read(MessageFormat format, byte[] key, byte[] value) {
    return new MessageReader(format).read(new InputMessage(POSITION, 0, key, value, List.of()));
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

    assertThat(reading).isEqualTo(new Reading.Accepted(new Document("texts-3-17", "Ann.")));
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
