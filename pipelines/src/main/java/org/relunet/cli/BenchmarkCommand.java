package org.relunet.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.api.triple.RelationSchema;
import org.relunet.training.benchmark.BenchmarkReport;
import org.relunet.training.benchmark.BenchmarkRun;
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
      names = "--relations",
      paramLabel = "N",
      description = {
        "With --untrained: as many relations to tell apart, more than the texts have. Default: theirs."
      })
  private Optional<Integer> relations = Optional.empty();

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
    if (relations.isPresent() && (!untrained || relations.get() > RelationSchema.MOST_RELATIONS)) {
      throw new ParameterException(
          spec.commandLine(),
          "--relations needs --untrained, and is at most " + RelationSchema.MOST_RELATIONS);
    }
    if (json.isPresent()) { // measuring takes minutes: what can be refused is refused before
      NewOutput.requireFile(json.get(), List.of(data));
    }
    PrintWriter err = spec.commandLine().getErr();
    BenchmarkRun run =
        new BenchmarkRun(data, most, rounds, line -> err.println("relunet: " + line));
    BenchmarkReport report =
        untrained
            ? run.untrained(engine.specification(), relations)
            : run.model(engine.specification());
    report.lines().forEach(spec.commandLine().getOut()::println);
    if (json.isPresent()) {
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValue(json.get().toFile(), report);
    }
    return ExitStatus.DONE;
  }
}
