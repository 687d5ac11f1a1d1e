package org.relunet.training.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.relunet.api.triple.RelationSchema;
import org.relunet.config.Configuration;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;
import org.relunet.graph.parameter.Parameters;
import org.relunet.network.InferenceNetwork;
import org.relunet.network.LabelledSentence;
import org.relunet.network.SessionSettings;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.assembly.Assembly;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.DataSettings;
import org.relunet.training.TrainingSections;
import org.relunet.training.data.TrainingData;

/**
 * A benchmark on the texts of a file.
 *
 * @param data annotated texts
 * @param most so many of them, the first ones, are timed
 * @param rounds to take the median of
 * @param messages told what is done, line by line, for a person
 */
public record BenchmarkRun(Path data, int most, int rounds, Consumer<String> messages) {

  /** Of a stored model, with the training that made it. */
  public BenchmarkReport model(EngineSpecification specification) throws IOException {
    try (ModelLoader.Loaded model = ModelLoader.load(specification);
        InferenceNetwork network = model.network(Parameters.Storage.SINGLE)) {
      Configuration configuration = model.trainingConfiguration();
      return measure(configuration, model.assembly(), network, texts(settings(configuration)));
    }
  }

  /**
   * Of a configuration before its first step; the specification names no model.
   *
   * @param relations to be told apart, more than the data has; empty for its own
   */
  public BenchmarkReport untrained(EngineSpecification specification, Optional<Integer> relations)
      throws IOException {
    Configuration configuration = ModelLoader.job(specification).read();
    List<AnnotatedText> texts = texts(settings(configuration));
    Assembly assembly =
        Assembly.of(
            configuration,
            PluginRegistry.load(BenchmarkRun.class.getClassLoader()),
            filled(TrainingData.schema(settings(configuration), texts), relations));
    try (InferenceNetwork network =
        new InferenceNetwork(
            assembly.parts(),
            Parameters.Storage.SINGLE,
            configuration.section("session", SessionSettings.class))) {
      network.initialize(network.parameters(), 1);
      return measure(configuration, assembly, network, texts);
    }
  }

  /** A schema with relations that no text has, to see what their number costs. */
  private static RelationSchema filled(RelationSchema schema, Optional<Integer> relations) {
    int wanted = relations.orElse(schema.size());
    if (wanted < schema.size()) {
      throw new CorpusException(
          "the texts have %d relations, so a benchmark of %d is one of other texts"
              .formatted(schema.size(), wanted));
    }
    List<String> names = new ArrayList<>(schema.relations());
    for (int further = 1; names.size() < wanted; further++) {
      String name = "further relation " + further;
      if (schema.index(name).isEmpty()) {
        names.add(name);
      }
    }
    return new RelationSchema(names);
  }

  private static DataSettings settings(Configuration configuration) {
    return configuration.section(TrainingSections.DATA, DataSettings.class);
  }

  private List<AnnotatedText> texts(DataSettings settings) throws IOException {
    return TrainingData.texts(settings, data.toString());
  }

  private BenchmarkReport measure(
      Configuration configuration,
      Assembly assembly,
      InferenceNetwork network,
      List<AnnotatedText> texts) {
    List<LabelledSentence> labelled =
        TrainingData.train(settings(configuration), data.toString(), texts, assembly, done -> {})
            .dataSet()
            .labelled();
    return new Benchmark(configuration, assembly, network, rounds, messages)
        .run(texts.stream().limit(most).map(AnnotatedText::text).toList(), labelled);
  }
}
