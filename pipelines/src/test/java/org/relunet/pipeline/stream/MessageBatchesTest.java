package org.relunet.pipeline.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relunet.api.triple.Extraction;
import org.relunet.pipeline.engine.RuleEngine;
import org.relunet.pipeline.kafka.Answer;
import org.relunet.pipeline.kafka.KafkaConnection;
import org.relunet.pipeline.message.InputMessage;
import org.relunet.pipeline.message.MessageFormat;
import org.relunet.pipeline.message.MessageMarkup;
import org.relunet.pipeline.message.OutputUnit;
import org.relunet.pipeline.message.Position;
import org.relunet.pipeline.message.TopicLimits;
import org.relunet.pipeline.record.JsonPaths;

class MessageBatchesTest {
  private final Seen seen = new Seen();

  private MessageBatches batches(ErrorTolerance tolerance, long outputBytes) {
    return batches(tolerance, outputBytes, MessageMarkup.NONE);
  }

  private MessageBatches batches(ErrorTolerance tolerance, long outputBytes, MessageMarkup markup) {
    return new MessageBatches(
        new StreamPlan(
            new KafkaConnection("nowhere:1", new HashMap<>()),
            "group",
            List.of("texts"),
            StartPosition.EARLIEST,
            MessageFormat.AUTO,
            markup,
            JsonPaths.DEFAULT,
            "triples",
            OutputUnit.TRIPLE,
            TopicLimits.ofBytes(outputBytes),
            "dead",
            TopicLimits.ofBytes(1_000_000),
            tolerance,
            Delivery.AT_LEAST_ONCE,
            64,
            50,
            1000),
        seen);
  }

  private static List<InputMessage> messages(String... texts) {
    return IntStream.range(0, texts.length)
        .mapToObj(
            i ->
                new InputMessage(
                    new Position("texts", 0, i), 0, null, texts[i].getBytes(UTF_8), List.of()))
        .toList();
  }

  @Test
  void aMessageThatTakesTooLongIsADeadLetterAndTheOthersGoOn() {
    List<Answer> answers =
        batches(ErrorTolerance.ALL, 1_000_000)
            .answer(messages("Ann likes Bob.", "SLOW", "Bob likes Ann."), new RuleEngine());
    assertThat(answers)
        .extracting(answer -> answer.messages().get(0).topic())
        .containsExactly("triples", "dead", "triples");
    assertThat(answers.get(1).messages().get(0).headers())
        .anyMatch(header -> new String(header.value(), UTF_8).contains("document-seconds"));
  }

  @Test
  void ofMarkupWhatIsVisibleIsReadAndPlacesAreThoseOfTheText() {
    String html = "<p><b>Ann</b> likes &#66;ob.</p>";
    for (String value : List.of(html, "{\"text\":\"" + html + "\"}")) {
      List<Answer> answers =
          batches(ErrorTolerance.ALL, 1_000_000, MessageMarkup.HTML)
              .answer(messages(value), new RuleEngine());

      assertThat(new String(answers.get(0).messages().get(0).value(), UTF_8))
          .contains("{\"text\":\"Ann\",\"start\":6,\"end\":9}")
          .contains("{\"text\":\"Bob\",\"start\":20,\"end\":27}");
    }
    assertThat(
            batches(ErrorTolerance.ALL, 1_000_000, MessageMarkup.MARKDOWN)
                .answer(messages("# Ann likes **Bob**.", "<!--".repeat(9_000)), new RuleEngine()))
        .extracting(answer -> answer.messages().get(0).topic())
        .containsExactly("triples", "dead");
  }

  @Test
  void everyMessageHasItsAnswerInTheOrderOfTheMessages() {
    List<Answer> answers =
        batches(ErrorTolerance.ALL, 1_000_000)
            .answer(
                messages("Ann likes Bob.", "{}", "Nothing.", "POISON.", "Bob likes Ann."),
                new RuleEngine());

    assertThat(answers)
        .extracting(answer -> answer.source().offset())
        .containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(answers)
        .extracting(answer -> answer.messages().stream().map(each -> each.topic()).toList())
        .containsExactly(
            List.of("triples"), List.of("dead"), List.of(), List.of("dead"), List.of("triples"));
    assertThat(seen.documents).isEqualTo(4);
    assertThat(seen.written).isEqualTo(2);
    assertThat(seen.deadLetters).isEqualTo(2);
  }

  @Test
  void aResultThatIsLargerThanTheOutputTakesMakesItsDocumentADeadLetter() {
    List<Answer> answers =
        batches(ErrorTolerance.ALL, 200).answer(messages("Ann likes Bob."), new RuleEngine());

    assertThat(answers.get(0).messages())
        .singleElement()
        .satisfies(
            letter ->
                assertThat(letter.headers().toString())
                    .contains("TASK_PUT")
                    .contains("more than the 200 that a message of the output may have"));
    assertThat(seen.written).isZero();
  }

  @Test
  void whereNoneMayFailTheFirstThatDoesIsNamed() {
    assertThatThrownBy(
            () ->
                batches(ErrorTolerance.NONE, 1_000_000)
                    .answer(messages("Ann likes Bob.", "POISON."), new RuleEngine()))
        .isInstanceOf(MessageFailedException.class)
        .hasMessageContaining("message texts at offset 1 of partition 0")
        .hasMessageContaining("the rules choke on texts-0-1");
  }

  private static final class Seen implements StreamObserver {
    private int documents;
    private int written;
    private int deadLetters;

    @Override
    public void batch(List<InputMessage> batch, int documentCount, String modelVersion) {
      documents += documentCount;
    }

    @Override
    public void extracted(Extraction extraction) {
      // counted by what is written
    }

    @Override
    public void written(int messages) {
      written += messages;
    }

    @Override
    public void deadLetter() {
      deadLetters++;
    }
  }
}
