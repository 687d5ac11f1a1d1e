package org.relunet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relunet.pipeline.kafka.Broker;

@ExtendWith(Broker.Resolver.class)
class StreamDryRunTest {
  private final Broker broker;
  private final String group = "group-" + UUID.randomUUID();

  StreamDryRunTest(Broker broker) {
    this.broker = broker;
  }

  private Program.Run run(List<String> command, String... settings) {
    List<String> arguments = new ArrayList<>(command);
    for (String setting : settings) {
      arguments.add("--set");
      arguments.add(setting);
    }
    arguments.add("--set");
    arguments.add("stream.kafka.bootstrap-servers=" + broker.address());
    arguments.add("--set");
    arguments.add("stream.kafka.group=" + group);
    return Program.run(arguments.toArray(String[]::new));
  }

  @Test
  void itTellsWhatWouldRunAndStartsNothing() {
    String texts = broker.topic("dry-texts", 1);
    String triples = broker.topic("dry-triples", 1);
    broker.send(List.of(new ProducerRecord<>(texts, "{}".getBytes(UTF_8))));

    Program.Run run =
        run(
            List.of("stream", "--dry-run"),
            "stream.input.topic-pattern=" + texts,
            "stream.output.topic=" + triples,
            "stream.delivery=exactly-once",
            "stream.errors.tolerance=none");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("reads " + texts + " as group '" + group + "'")
        .contains("writes to '" + triples + "', messages of 1000000 bytes at most, exactly-once")
        .contains("ends with the first message that fails")
        .contains("model webnlg-")
        .contains("nothing was started");
  }

  @Test
  void itNamesWhatIsMissingAndALineOfJsonIfAskedFor() {
    Program.Run run =
        run(
            List.of("--log-format", "json", "stream", "--dry-run"),
            "stream.input.topics=[no-such-topic]",
            "stream.output.topic=none-either",
            "stream.errors.tolerance=none");

    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.err())
        .startsWith("{\"time\":\"")
        .contains("\"level\":\"ERROR\"")
        .contains("there is no topic 'no-such-topic'")
        .contains("there is no topic 'none-either'");
  }

  @Test
  void lettersAreReplayedByTheCommandToo() {
    String texts = broker.topic("dry-texts", 1);
    String letters = broker.topic("dry-letters", 1);
    broker.send(List.of(new ProducerRecord<>(letters, "no letter".getBytes(UTF_8))));

    Program.Run run =
        run(
            List.of(
                "stream", "replay", "--stage", "transformation", "--until", "2026-01-01T00:00:00Z"),
            "stream.input.topics=[" + texts + "]",
            "stream.errors.dead-letter-topic=" + letters);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("0 letters went back; 0 excluded by the filters")
        .contains("1 of other jobs or topics");
  }
}
