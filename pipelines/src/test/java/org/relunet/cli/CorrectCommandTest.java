package org.relunet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.pipeline.correction.CorrectionTopic;
import org.relunet.pipeline.kafka.Broker;
import org.relunet.pipeline.kafka.KafkaConnection;
import org.relunet.retraining.correction.CorrectedTexts;

@ExtendWith(Broker.Resolver.class)
class CorrectCommandTest {
  private static final String INVALID = "{\"text\":\"Ann\",\"tripels\":[]}";

  @TempDir private Path directory;
  private final Broker broker;
  private String topic;

  CorrectCommandTest(Broker broker) {
    this.broker = broker;
  }

  @BeforeEach
  void makeTopic() {
    topic = broker.topic("corrections", 4);
  }

  private static String verdict(String start, int number, String verdict) {
    return """
        {%s"text":"Ann works for Acme %d .","verdict":"%s","triple":{"subject":{"text":"Ann"},\
        "relation":"employer","object":{"text":"Acme"}}}"""
        .formatted(start, number, verdict);
  }

  private Program.Run correct(List<String> lines, String... more) throws IOException {
    Path file = Files.write(directory.resolve("fixes.jsonl"), lines);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "correct",
                "--input=" + file,
                "--topic=" + topic,
                "--set=stream.kafka.bootstrap-servers=" + broker.address()));
    arguments.addAll(List.of(more));
    return Program.run(arguments.toArray(String[]::new));
  }

  private static String key(ConsumerRecord<byte[], byte[]> message) {
    return new String(message.key(), UTF_8);
  }

  @Test
  void whatIsSaidLaterOfATextWinsWithAndWithoutAnId() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String said : List.of("accept", "reject")) {
      for (int number = 0; number < 8; number++) {
        lines.add(verdict("", number, said));
        lines.add(verdict("\"id\":\"n" + number + "\",", 100 + number, said));
      }
    }

    Program.Run run = correct(lines);

    assertThat(run.err()).isEqualTo("relunet: 32 corrections written\n");
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    Map<String, Set<Integer>> partitions =
        broker.committed(topic).stream()
            .collect(
                groupingBy(CorrectCommandTest::key, mapping(ConsumerRecord::partition, toSet())));
    assertThat(partitions).hasSize(16).containsKey("n0");
    assertThat(partitions.values()).allSatisfy(each -> assertThat(each).hasSize(1));
    CorrectionTopic reader =
        new CorrectionTopic(
            new KafkaConnection(broker.address(), new HashMap<>()), topic, Optional.empty());
    assertThat(CorrectedTexts.of(reader.collect(Map.of()).corrections(), Map.of()))
        .hasSize(16)
        .allSatisfy(text -> assertThat(text.triples()).isEmpty());
  }

  @Test
  void aFileWithAnInvalidLineIsNotWrittenUnlessAskedFor() throws IOException {
    List<String> lines = List.of(verdict("", 1, "accept"), "", INVALID);

    Program.Run refused = correct(lines);

    assertThat(refused.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(refused.err())
        .contains("fixes.jsonl:3: a correction has no key 'tripels'")
        .contains("nothing is written: 1 line of 2 can't be read");
    assertThat(broker.committed(topic)).isEmpty();

    Program.Run skipped = correct(lines, "--skip-invalid");

    assertThat(skipped.status()).isEqualTo(ExitStatus.DEAD_LETTERS);
    assertThat(skipped.err()).endsWith("relunet: 1 correction written\n");
    assertThat(broker.committed(topic)).hasSize(1);
  }

  @Test
  void aDryRunWritesNothing() throws IOException {
    Program.Run run = correct(List.of(verdict("", 1, "accept")), "--dry-run");

    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.err()).isEqualTo("relunet: 1 correction would be written\n");
    assertThat(broker.committed(topic)).isEmpty();
  }
}
