package org.relunet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.cli.ending.OrderlyEnd;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.experiment.Experiment;
import org.relunet.training.experiment.ExperimentFile;
import org.relunet.training.experiment.ExperimentRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relunet experiment}. */
@Command(
    name = "experiment",
    description = {
      "Train the rows of a table, each with several seeds, and score them.",
      "",
      "Writes table.md and table.csv anew after every training; the same command goes on where"
          + " it was stopped. Started again while it runs, it takes what the other process has not"
          + " begun. Examples: configs/experiments.",
      ""
    })
final class ExperimentCommand implements Callable<Integer> {
  private final OrderlyEnd end;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The experiment: base, seeds, set and rows.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a key in all rows, e.g. --set training.epochs=2.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Tables and trainings; default: runs/ and the name of the experiment.")
  private Optional<Path> output = Optional.empty();

  ExperimentCommand(OrderlyEnd end) {
    this.end = end;
  }

  @Override
  @SuppressWarnings("try") // the step is there, not used
  public Integer call() throws Exception {
    Experiment experiment = ExperimentFile.read(file);
    Path directory = output.orElse(Path.of("runs", experiment.name()));
    NewOutput.requireDirectory(directory);
    PrintWriter err = spec.commandLine().getErr();
    ClassLoader loader = ExperimentCommand.class.getClassLoader();
    PluginRegistry registry = PluginRegistry.load(loader);
    ExperimentRun run =
        new ExperimentRun(
            experiment,
            directory,
            overrides,
            registry,
            RelunetSchema.of(registry, loader),
            line -> err.println("relunet: " + line));
    try (OrderlyEnd.Step hint =
        end.say("the same command goes on after the last whole epoch of the training")) {
      spec.commandLine().getOut().print(run.run());
    }
    spec.commandLine().getOut().flush();
    return ExitStatus.DONE;
  }
}
