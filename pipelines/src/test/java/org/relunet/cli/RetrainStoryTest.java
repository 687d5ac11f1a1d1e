package org.relunet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.model.store.registry.ModelRegistry;
import org.relunet.pipeline.kafka.Broker;
import org.relunet.training.TinyTraining;

/**
 * A stream misses a wording, users correct it, a retraining learns it, and the stream that runs all
 * the while finds it.
 */
@ExtendWith(Broker.Resolver.class)
class RetrainStoryTest {
  private static final List<String> PEOPLE =
      List.of("Anna Bell", "Boris Gray", "Clara Stone", "David Hill", "Emma Woods");
  private static final List<String> CITIES = List.of("Rome", "Paris", "London", "Berlin", "Oslo");
  private static final long LONGEST_SECONDS = 120;

  @TempDir Path directory;

  private final Broker broker;
  private int sent;

  RetrainStoryTest(Broker broker) {
    this.broker = broker;
  }

  private static String missedWording(String person, String city) {
    return "Today in " + city + " its seat has " + person + " .";
  }

  private Path corrections() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String person : PEOPLE) {
      for (String city : CITIES) {
        lines.add(
            """
            {"id": "c%d", "text": "%s", "triples": [{"subject": {"text": "%s"}, "relation": "bornIn", "object": {"text": "%s"}}]}"""
                .formatted(lines.size(), missedWording(person, city), person, city));
      }
    }
    return Files.write(directory.resolve("corrections.jsonl"), lines);
  }

  private void send(String topic, String text) {
    broker.send(
        List.of(new ProducerRecord<>(topic, ("m" + sent++).getBytes(UTF_8), text.getBytes(UTF_8))));
  }

  private List<String> messages(String topic) {
    return broker.committed(topic).stream()
        .map(message -> new String(message.value(), UTF_8))
        .toList();
  }

  /** Sends a text again and again until an answer to it has all of some words. */
  private String answer(
      ProgramProcess stream, String texts, String triples, String text, String... words)
      throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (true) {
      send(texts, text);
      TimeUnit.MILLISECONDS.sleep(500);
      for (String message : messages(triples)) {
        if (List.of(words).stream().allMatch(message::contains)) {
          return message;
        }
      }
      assertThat(stream.isAlive()).as(stream.messages()).isTrue();
      assertThat(System.nanoTime()).as(stream.messages()).isLessThan(deadline);
    }
  }

  private static String done(int status, String... arguments) {
    Program.Run run = Program.run(arguments);
    assertThat(run.status()).as(run.err()).isEqualTo(status);
    return run.out().strip();
  }

  @Test
  void whatUsersCorrectIsLearnedAndTheRunningStreamTakesTheNewModel() throws Exception {
    TinyTraining training = new TinyTraining(directory.resolve("tiny")).write();
    Path parent = training.train(directory.resolve("parent")).model().directory();
    Path development =
        TinyTraining.data(
            directory.resolve("dev.json"), TinyTraining.manyExamples().subList(0, 30));
    String registry = directory.resolve("registry").toString();
    String first =
        done(ExitStatus.DONE, "model", "publish", parent.toString(), "--registry", registry);
    done(ExitStatus.DONE, "model", "promote", first, "--registry", registry);
    String texts = broker.topic("texts", 1);
    String triples = broker.topic("triples", 1);
    String letters = broker.topic("letters", 1);
    String fixes = broker.topic("fixes", 2);
    String brokers = "stream.kafka.bootstrap-servers=" + broker.address();
    try (ProgramProcess stream =
        ProgramProcess.start(
            directory,
            "stream",
            "--model=" + directory.resolve("registry/aliases/champion"),
            "--set=" + brokers,
            "--set=stream.kafka.group=" + texts,
            "--set=stream.input.topics=[" + texts + "]",
            "--set=stream.output.topic=" + triples,
            "--set=stream.errors.dead-letter-topic=" + letters,
            "--set=stream.model-check-interval=500")) {
      answer(stream, texts, triples, "Anna Bell was born in Rome .", "bornIn", first);
      send(texts, missedWording("Emma Woods", "Oslo"));
      answer(stream, texts, triples, "Boris Gray was born in Paris .", "Boris Gray", "bornIn");
      assertThat(messages(triples)).noneMatch(message -> message.contains("Emma Woods"));

      done(
          ExitStatus.DONE,
          "correct",
          "--input",
          corrections().toString(),
          "--topic",
          fixes,
          "--set",
          brokers);
      String second =
          done(
              ExitStatus.DONE,
              "retrain",
              "--config=" + training.configurationFile(),
              "--set=" + brokers,
              "--set=data.dev=" + development,
              "--set=retrain.registry=" + registry,
              "--set=retrain.directory=" + directory.resolve("runs"),
              "--set=retrain.topic=" + fixes,
              "--set=retrain.holdout-share=0.3",
              "--set=retrain.least-texts=3",
              "--set=retrain.most-loss=20",
              "--set=retrain.most-relation-loss=50",
              "--set=training.epochs=4");

      assertThat(second).isNotEqualTo(first);
      answer(
          stream,
          texts,
          triples,
          missedWording("Emma Woods", "Oslo"),
          "Emma Woods",
          "bornIn",
          "Oslo",
          second);
      answer(stream, texts, triples, "Anna Bell was born in Rome .", "Anna Bell", second);

      // what is wrong with a model shows later: back to the one before
      done(ExitStatus.DONE, "model", "rollback", "--registry", registry);
      answer(stream, texts, triples, "Clara Stone was born in Oslo .", "Clara Stone", first);
      assertThat(ModelRegistry.at(registry).alias("champion")).contains(first);
    }
    assertThat(
            ModelRegistry.at(registry)
                .publication(ModelRegistry.at(registry).alias("candidate").orElseThrow())
                .orElseThrow()
                .offsets()
                .get(fixes)
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum())
        .isEqualTo(25);
  }

  @Test
  void correctionsAreCheckedBeforeAnyIsWritten() throws IOException {
    String fixes = broker.topic("fixes", 1);
    Path file =
        Files.write(
            directory.resolve("some.jsonl"),
            List.of("{\"text\":\"Ann .\",\"triples\":[]}", "", "{\"text\":\"Ann .\"}"));
    String[] arguments = {
      "correct",
      "--input=" + file,
      "--topic=" + fixes,
      "--set=stream.kafka.bootstrap-servers=" + broker.address()
    };

    Program.Run refused = Program.run(arguments);
    assertThat(refused.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(refused.err())
        .contains(file + ":3: the key 'triples' is missing")
        .contains("nothing is written: 1 line of 2 can't be read");
    assertThat(broker.messages(fixes)).isZero();

    String[] skipping = Arrays.copyOf(arguments, arguments.length + 1);
    skipping[arguments.length] = "--skip-invalid";
    assertThat(Program.run(skipping).status()).isEqualTo(ExitStatus.DEAD_LETTERS);
    assertThat(broker.messages(fixes)).isEqualTo(1);
  }
}
