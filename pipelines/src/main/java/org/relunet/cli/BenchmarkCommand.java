package org.relunet.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.config.Configuration;
import org.relunet.corpus.AnnotatedText;
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
import org.relunet.training.benchmark.Benchmark;
import org.relunet.training.benchmark.BenchmarkReport;
import org.relunet.training.data.TrainingData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relunet benchmark}. */
@Command(
    name = "benchmark",
    description = {
      "Time the network, a training step and the pipeline on annotated texts, as shares of this"
          + " machine's speed at matrix products.",
      "",
      "Of a model, or with --untrained of a training configuration before its first step, such as"
          + " one with a larger encoder. Nothing else should run meanwhile.",
      ""
    })
final class BenchmarkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private EngineOptions engine;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      required = true,
      description = "Annotated texts, see modules/corpus/FORMATS.md.")
  private Path data;

  @Option(
      names = "--untrained",
      description = "No model: what --config and --set say, with first values.")
  private boolean untrained;

  @Option(
      names = "--texts",
      paramLabel = "N",
      defaultValue = "320",
      description = "How many of the texts; default: ${DEFAULT-VALUE}.")
  private int most;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Rounds to take the median of; default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
  private Optional<Path> json = Optional.empty();

  @Override
  public Integer call() throws Exception {
    if (most < 1 || rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--texts and --rounds must be 1 or more each");
    }
    BenchmarkReport report = untrained ? untrained() : ofModel();
    report.lines().forEach(spec.commandLine().getOut()::println);
    if (json.isPresent()) {
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValue(json.get().toFile(), report);
    }
    return ExitStatus.DONE;
  }

  private BenchmarkReport ofModel() throws IOException {
    try (ModelLoader.Loaded model = ModelLoader.load(engine.specification());
        InferenceNetwork network = model.network(Parameters.Storage.SINGLE)) {
      Configuration configuration = model.trainingConfiguration();
      return measure(configuration, model.assembly(), network, texts(settings(configuration)));
    }
  }

  private BenchmarkReport untrained() throws IOException {
    EngineSpecification specification = engine.specification();
    ClassLoader loader = BenchmarkCommand.class.getClassLoader();
    PluginRegistry registry = PluginRegistry.load(loader);
    Configuration configuration = ModelLoader.job(specification).read();
    List<AnnotatedText> texts = texts(settings(configuration));
    Assembly assembly =
        Assembly.of(configuration, registry, TrainingData.schema(settings(configuration), texts));
    try (InferenceNetwork network =
        new InferenceNetwork(
            assembly.parts(),
            Parameters.Storage.SINGLE,
            configuration.section("session", SessionSettings.class))) {
      network.initialize(network.parameters(), 1);
      return measure(configuration, assembly, network, texts);
    }
  }

  private static DataSettings settings(Configuration configuration) {
    return configuration.section(TrainingSections.DATA, DataSettings.class);
  }

  private List<AnnotatedText> texts(DataSettings settings) throws IOException {
    List<AnnotatedText> all = TrainingData.texts(settings, data.toString());
    return all.subList(0, Math.min(most, all.size()));
  }

  private BenchmarkReport measure(
      Configuration configuration,
      Assembly assembly,
      InferenceNetwork network,
      List<AnnotatedText> texts) {
    PrintWriter err = spec.commandLine().getErr();
    List<LabelledSentence> labelled =
        TrainingData.train(settings(configuration), data.toString(), texts, assembly, done -> {})
            .dataSet()
            .labelled();
    return new Benchmark(
            configuration, assembly, network, rounds, line -> err.println("relunet: " + line))
        .run(texts.stream().map(AnnotatedText::text).toList(), labelled);
  }
}
