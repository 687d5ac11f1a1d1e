package org.relunet.pipeline.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.pipeline.engine.RuleEngine;

class ResultMessagesTest {
  private static final List<MessageHeader> HEADERS =
      List.of(new MessageHeader("trace", new byte[] {1}));
  private static final InputMessage INPUT =
      new InputMessage(new Position("texts", 1, 42), 5, null, new byte[] {1}, HEADERS);

  /** Its first word is two code points, and three characters of Java. */
  private static final Extraction EXTRACTION =
      new RuleEngine().extract(List.of(new Document("a/1", "😀A likes Bob. C knows D."))).get(0);

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  @Test
  void aTripleIsAMessageWhoseKeyNamesDocumentSentenceAndTriple() {
    List<OutputMessage> messages =
        new ResultMessages("triples", OutputUnit.TRIPLE).of(INPUT, EXTRACTION);

    assertThat(messages)
        .extracting(message -> text(message.key()))
        .containsExactly("a%2F1/0-12/0-2/likes/9-12", "a%2F1/14-23/14-15/knows/22-23");
    assertThat(text(messages.get(0).value()))
        .isEqualTo(
            """
            {"schemaVersion":1,"id":"a/1",\
            "subject":{"text":"😀A","start":0,"end":2},"relation":"likes",\
            "object":{"text":"Bob","start":9,"end":12},"confidence":0.9,\
            "sentence":{"start":0,"end":12},"modelVersion":"rules-1",\
            "source":{"topic":"texts","partition":1,"offset":42}}""");
    assertThat(messages)
        .allSatisfy(
            message -> {
              assertThat(message.topic()).isEqualTo("triples");
              assertThat(message.timestampMillis()).isEqualTo(5);
              assertThat(message.headers()).isEqualTo(HEADERS);
            });
  }

  @Test
  void aDocumentIsAMessageWithAllItsTriples() {
    List<OutputMessage> messages =
        new ResultMessages("triples", OutputUnit.DOCUMENT).of(INPUT, EXTRACTION);

    assertThat(messages).hasSize(1);
    assertThat(text(messages.get(0).key())).isEqualTo("a%2F1");
    assertThat(text(messages.get(0).value()))
        .startsWith("{\"schemaVersion\":1,\"id\":\"a/1\",\"triples\":[{\"subject\":")
        .endsWith(
            "}],\"modelVersion\":\"rules-1\","
                + "\"source\":{\"topic\":\"texts\",\"partition\":1,\"offset\":42}}");
  }

  @Test
  void aDocumentWithoutTriplesIsAMessageOnlyWhereDocumentsAre() {
    Extraction nothing = new RuleEngine().extract(List.of(new Document("1", "Nothing."))).get(0);

    assertThat(new ResultMessages("triples", OutputUnit.TRIPLE).of(INPUT, nothing)).isEmpty();
    assertThat(new ResultMessages("triples", OutputUnit.DOCUMENT).of(INPUT, nothing)).hasSize(1);
  }

  @Test
  void aFactIsAMessageWithAllItsPlaces() {
    Extraction said =
        new RuleEngine().extract(List.of(new Document("a/1", "A knows B. 😀. A knows B."))).get(0);
    List<OutputMessage> messages = new ResultMessages("facts", OutputUnit.FACT).of(INPUT, said);

    assertThat(messages).hasSize(1);
    assertThat(text(messages.get(0).key())).isEqualTo("a%2F1/A/knows/B");
    assertThat(text(messages.get(0).value()))
        .isEqualTo(
            """
            {"schemaVersion":1,"id":"a/1",\
            "subject":{"text":"A"},"relation":"knows","object":{"text":"B"},\
            "confidence":0.5,"count":2,"places":[\
            {"subject":{"text":"A","start":0,"end":1},"object":{"text":"B","start":8,"end":9},\
            "confidence":0.5,"sentence":{"start":0,"end":9}},\
            {"subject":{"text":"A","start":14,"end":15},"object":{"text":"B","start":22,"end":23},\
            "confidence":0.5,"sentence":{"start":14,"end":23}}],\
            "modelVersion":"rules-1",\
            "source":{"topic":"texts","partition":1,"offset":42}}""");
  }

  @Test
  void theKeysOfADocumentsTriplesBeginAlike() {
    byte[] key =
        new ResultMessages("triples", OutputUnit.TRIPLE).of(INPUT, EXTRACTION).get(0).key();

    assertThat(text(key).substring(0, MessageKey.documentLength(key))).isEqualTo("a%2F1");
    assertThat(MessageKey.documentLength("plain".getBytes(UTF_8))).isEqualTo(5);
  }
}
