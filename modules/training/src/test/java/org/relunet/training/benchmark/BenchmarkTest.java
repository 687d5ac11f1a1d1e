package org.relunet.training.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.runtime.EngineSpecification;
import org.relunet.training.TinyTraining;

class BenchmarkTest {
  @TempDir Path directory;

  @Test
  void measuresEveryPart() throws IOException {
    TinyTraining training = new TinyTraining(directory).write();
    List<String> messages = new ArrayList<>();
    BenchmarkReport report =
        new BenchmarkRun(training.trainFile(), 30, 2, messages::add)
            .untrained(
                new EngineSpecification(
                    "", List.of(training.configurationFile().toString()), List.of()),
                Optional.of(200));

    assertThat(report.sentences()).isEqualTo(30);
    assertThat(report.paddedShare()).isBetween(0.0, 0.3);
    assertThat(report.ceiling()).isGreaterThan(1e9);
    // so small a network can't be fast
    assertThat(report.forwardShareOfCeiling()).isBetween(1e-6, 1.0);
    assertThat(report.trainingStepShareOfCeiling()).isBetween(1e-6, 1.0);
    assertThat(List.of(report.tokenize(), report.parse(), report.pipeline()))
        .allSatisfy(rate -> assertThat(rate).isPositive().isFinite());
    assertThat(report.pipelineShareOfForward()).isBetween(1e-6, 10.0);
    assertThat(report.extractorShareOfForward()).isBetween(1e-6, 20.0);
    assertThat(report.extractor()).isPositive().isFinite();
    assertThat(report.relations()).isEqualTo(200);
    assertThat(report.triplesPerSentence()).isBetween(0.0, 1e4);
    assertThat(report.oneTextSlowest()).isGreaterThanOrEqualTo(report.oneText()).isPositive();
    assertThat(report.lines()).allSatisfy(line -> assertThat(line).doesNotContain("NaN"));
    assertThat(messages).contains("round 2 of 2");
  }
}
