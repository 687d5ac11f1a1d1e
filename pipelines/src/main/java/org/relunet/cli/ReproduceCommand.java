package org.relunet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.cli.ending.OrderlyEnd;
import org.relunet.common.messages.Count;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.registry.ModelRegistry;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.reproduction.Reproduction;
import org.relunet.training.reproduction.WeightDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relunet reproduce}. */
@Command(
    name = "reproduce",
    description = {
      "Train a published model again, as its provenance says, and compare weights and scores.",
      "",
      "Name the files that it was trained on; their digests are compared first. On the same machine"
          + " with the same versions the weights are the same to the bit. A second call goes on after"
          + " the last whole epoch.",
      "",
      "Exit status: 0: weights and scores are the same; 10: they differ; others: failed.",
      ""
    })
final class ReproduceCommand implements Callable<Integer> {
  private final OrderlyEnd end;

  @Spec private CommandSpec spec;

  @Mixin private RegistryOption place;

  @Parameters(paramLabel = "VERSION", description = "A version of the registry, or an alias.")
  private String name;

  @Option(names = "--train", paramLabel = "FILE", description = "Stands for data.train.")
  private Optional<Path> train = Optional.empty();

  @Option(names = "--dev", paramLabel = "FILE", description = "Stands for data.dev.")
  private Optional<Path> dev = Optional.empty();

  @Option(names = "--relations", paramLabel = "FILE", description = "Stands for data.relations.")
  private Optional<Path> relations = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Name another file or model that the training read, or set its threads.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Directory of the new training.")
  private Path output;

  ReproduceCommand(OrderlyEnd end) {
    this.end = end;
  }

  @Override
  @SuppressWarnings("try") // the step is there, not used
  public Integer call() throws Exception {
    NewOutput.requireDirectory(output);
    ModelRegistry registry = place.existing();
    ModelPackage model = registry.open(registry.find(name));
    List<String> all = new ArrayList<>(overrides);
    train.ifPresent(file -> all.add("data.train=" + file));
    dev.ifPresent(file -> all.add("data.dev=" + file));
    relations.ifPresent(file -> all.add("data.relations=" + file));
    PrintWriter err = spec.commandLine().getErr();
    ClassLoader loader = ReproduceCommand.class.getClassLoader();
    try (OrderlyEnd.Step hint = end.say("the same command goes on after the last whole epoch")) {
      Reproduction.Result result =
          new Reproduction(model, all, output)
              .run(PluginRegistry.load(loader), loader, line -> err.println("relunet: " + line));
      tell(model, result);
      return result.same() ? ExitStatus.DONE : ExitStatus.OTHER;
    }
  }

  private void tell(ModelPackage model, Reproduction.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    WeightDifference weights = result.weights();
    out.println(
        weights.none()
            ? "the weights are those of %s, to the bit (%s)"
                .formatted(model.version(), Count.of(weights.parameters(), "parameter"))
            : "%d of %s differ from %s, by %.3g at most; %s in one model only"
                .formatted(
                    weights.different(),
                    Count.of(weights.parameters(), "parameter"),
                    model.version(),
                    weights.largest(),
                    Count.of(weights.ofOneOnly(), "parameter")));
    if (result.scores().isEmpty()) {
      out.println("the scores are the same");
    }
    result
        .scores()
        .forEach(
            (score, values) ->
                out.println(
                    "%s: %.4f then, %.4f now".formatted(score, values.get(0), values.get(1))));
    result.otherVersions().forEach(out::println);
  }
}
