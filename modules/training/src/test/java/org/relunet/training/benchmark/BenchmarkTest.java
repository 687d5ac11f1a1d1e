package org.relunet.training.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.config.Configuration;
import org.relunet.corpus.AnnotatedText;
import org.relunet.graph.parameter.Parameters;
import org.relunet.network.InferenceNetwork;
import org.relunet.network.LabelledSentence;
import org.relunet.network.SessionSettings;
import org.relunet.runtime.assembly.Assembly;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.DataSettings;
import org.relunet.training.TinyTraining;
import org.relunet.training.data.TrainingData;

class BenchmarkTest {
  @TempDir Path directory;

  @Test
  void measuresEveryPart() throws IOException {
    TinyTraining training = new TinyTraining(directory).write();
    Configuration configuration = training.configuration(List.of());
    DataSettings data = configuration.section("data", DataSettings.class);
    List<AnnotatedText> texts = TrainingData.texts(data, data.train());
    PluginRegistry registry = PluginRegistry.load(BenchmarkTest.class.getClassLoader());
    Assembly assembly = Assembly.of(configuration, registry, TrainingData.schema(data, texts));
    List<LabelledSentence> labelled =
        TrainingData.train(data, data.train(), texts, assembly, done -> {}).dataSet().labelled();
    List<String> messages = new ArrayList<>();
    try (InferenceNetwork network =
        new InferenceNetwork(
            assembly.parts(),
            Parameters.Storage.SINGLE,
            configuration.section("session", SessionSettings.class))) {
      network.initialize(network.parameters(), 1);
      BenchmarkReport report =
          new Benchmark(configuration, assembly, network, 2, messages::add)
              .run(texts.stream().map(AnnotatedText::text).toList(), labelled);

      assertThat(report.sentences()).isEqualTo(texts.size());
      assertThat(report.paddedShare()).isBetween(0.0, 0.3);
      assertThat(report.ceiling()).isGreaterThan(1e9);
      // so small a network can't be fast
      assertThat(report.forwardShareOfCeiling()).isBetween(1e-6, 1.0);
      assertThat(report.trainingStepShareOfCeiling()).isBetween(1e-6, 1.0);
      assertThat(List.of(report.tokenize(), report.parse(), report.pipeline()))
          .allSatisfy(rate -> assertThat(rate).isPositive().isFinite());
      assertThat(report.pipelineShareOfForward()).isBetween(1e-6, 10.0);
      assertThat(report.oneTextSlowest()).isGreaterThanOrEqualTo(report.oneText()).isPositive();
      assertThat(report.lines()).allSatisfy(line -> assertThat(line).doesNotContain("NaN"));
    }
    assertThat(messages).contains("round 2 of 2");
  }
}
