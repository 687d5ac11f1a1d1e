package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.cli.ending.OrderlyEnd;
import org.relunet.training.TinyTraining;
import org.relunet.training.run.TrainingRun;

/** {@code relunet train --workers}, on Flink inside this process. */
class DistributedTrainingCommandTest {
  private static final String[] SETTINGS = {
    "training.distributed.local-steps=2",
    "training.distributed.outer-momentum=0.5",
    "training.epochs=8"
  };

  @TempDir static Path directory;
  private static TinyTraining training;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void write() throws IOException {
    training = new TinyTraining(directory).write();
  }

  private int train(Path output, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--config=" + training.configurationFile(),
                "--output=" + output,
                "--name=tiny"));
    for (String setting : SETTINGS) {
      arguments.add("--set=" + setting);
    }
    arguments.addAll(List.of(more));
    return new Commands(new ByteArrayInputStream(new byte[0]), err, err, new OrderlyEnd(), () -> {})
        .commandLine(new ModelEngines())
        .execute(arguments.toArray(String[]::new));
  }

  private String messages() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static byte[] weights(Path output) throws IOException {
    try (var files = Files.walk(output.resolve("model"))) {
      return Files.readAllBytes(
          files.filter(file -> file.toString().endsWith(".data-00000-of-00001")).findFirst().get());
    }
  }

  @Test
  void twoTasksOfFlinkLearnWhatTwoThreadsLearn() throws IOException {
    Path onFlink = directory.resolve("flink");

    assertThat(train(onFlink, "--workers=2")).as(messages()).isEqualTo(ExitStatus.DONE);

    List<String> settings = new ArrayList<>(List.of(SETTINGS));
    settings.add("training.distributed.workers=2");
    Path onThreads = directory.resolve("threads");
    TrainingRun.Result threads = training.train(onThreads, settings.toArray(String[]::new));
    assertThat(threads.development().overall().score().f1()).isGreaterThan(0.9);
    assertThat(weights(onFlink)).isEqualTo(weights(onThreads));
    assertThat(messages()).contains("2 workers learn from 15 texts each at most, 2 steps a round");
  }

  @Test
  void aClusterIsForSeveralWorkers() throws IOException {
    assertThat(train(directory.resolve("one"), "--flink-master=127.0.0.1:1"))
        .isNotEqualTo(ExitStatus.DONE);
    assertThat(messages()).contains("ask for --workers 2 or more");
  }

  @Test
  void noWorkersAreRefused() throws IOException {
    assertThat(train(directory.resolve("none"), "--workers=0")).isNotEqualTo(ExitStatus.DONE);
    assertThat(messages()).contains("training.distributed.workers");
  }
}
