package org.relunet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.relunet.cli.ending.OrderlyEnd;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.corpus.format.OffsetUnit;
import org.relunet.evaluation.error.ErrorReport;
import org.relunet.evaluation.error.TextErrors;
import org.relunet.evaluation.report.TextReport;
import org.relunet.model.store.ModelPackage;
import org.relunet.pipeline.training.FlinkWorkers;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.TrainingRequest;
import org.relunet.training.distributed.WorkerLauncher;
import org.relunet.training.evaluation.ErrorFiles;
import org.relunet.training.folds.CrossValidation;
import org.relunet.training.run.TrainingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relunet train}. */
@Command(
    name = "train",
    description = {
      "Train a model on annotated texts.",
      "",
      "After every epoch the model is scored on the development file and a checkpoint is kept;"
          + " after a kill, the same command with --resume goes on to the same result, or, with"
          + " --resume --finish, makes a model of the best epoch so far. It may be given another"
          + " number of epochs or --max-steps.",
      ""
    })
final class TrainCommand implements Callable<Integer> {
  private static final int RELATIONS_SHOWN = 10;
  private static final int TEXTS_SHOWN = 3;

  private final OrderlyEnd end;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "Configuration; may be given again, later files win.")
  private List<Path> configurations = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a key of the configuration, e.g. --set training.seed=2.")
  private List<String> overrides = new ArrayList<>();

  @Option(names = "--train", paramLabel = "FILE", description = "Stands for data.train.")
  private Optional<Path> train = Optional.empty();

  @Option(
      names = "--dev",
      paramLabel = "FILE",
      description =
          "Stands for data.dev. Without either, a share of the training texts (data.dev-share) is"
              + " set aside.")
  private Optional<Path> dev = Optional.empty();

  @Option(names = "--offsets", paramLabel = "UNIT", description = "Stands for data.offsets.")
  private Optional<OffsetUnit> offsets = Optional.empty();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "runs/default",
      description = "Checkpoints, metrics and the model; default: ${DEFAULT-VALUE}.")
  private Path output;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "relunet",
      description = "Name of the model; default: ${DEFAULT-VALUE}.")
  private String name;

  @Option(
      names = "--max-steps",
      paramLabel = "N",
      description = "Stop after so many updates, whatever the epochs.")
  private Optional<Long> maximumSteps = Optional.empty();

  @Option(names = "--resume", description = "Go on after the last whole epoch in --output.")
  private boolean resume;

  @Option(
      names = "--finish",
      description = {
        "With --resume: train no further, and make the model of the best epoch so far. The training"
            + " stays as it is, and may go on in another process meanwhile."
      })
  private boolean finish;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Stands for training.distributed.workers: so many learn at the same time.")
  private Optional<Integer> workers = Optional.empty();

  @Option(
      names = "--flink-master",
      paramLabel = "HOST:PORT",
      description =
          "The workers run on this Flink cluster; default: inside this process. They must see"
              + " --output, data and models under the same paths as this program.")
  private Optional<String> flinkMaster = Optional.empty();

  @Mixin private FoldOptions folds;

  TrainCommand(OrderlyEnd end) {
    this.end = end;
  }

  @Override
  @SuppressWarnings("try") // the step is there, not used
  public Integer call() throws Exception {
    if (finish && !resume) {
      throw new ParameterException(
          spec.commandLine(), "--finish ends a training that was begun: say --resume --finish");
    }
    if (finish && folds.folds(spec).isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--finish makes a model of one training; leave out it or --folds");
    }
    NewOutput.requireDirectory(output);
    PrintWriter err = spec.commandLine().getErr();
    ClassLoader loader = TrainCommand.class.getClassLoader();
    PluginRegistry registry = PluginRegistry.load(loader);
    Consumer<String> messages = line -> err.println("relunet: " + line);
    TrainingRequest request =
        new TrainingRequest(
            configuration(registry, loader),
            output,
            name,
            maximumSteps.map(OptionalLong::of).orElse(OptionalLong.empty()),
            beginning());
    try (OrderlyEnd.Step hint =
        end.say(
            "the same command with --resume goes on after the last whole epoch, with --resume"
                + " --finish it makes a model of the best one")) {
      if (folds.folds(spec).isPresent()) {
        crossValidate(folds.folds(spec).getAsInt(), request, registry, messages);
      } else {
        TrainingRun.Result result =
            new TrainingRun(request, registry, launcher(request), messages).run();
        TextReport.lines(result.development(), RELATIONS_SHOWN).forEach(err::println);
        tell(result.errors());
        tell(result.model());
      }
    }
    return ExitStatus.DONE;
  }

  private WorkerLauncher launcher(TrainingRequest request) {
    FlinkWorkers flink = new FlinkWorkers(flinkMaster);
    int asked = request.training().distributed().workers();
    if (flinkMaster.isPresent() && asked < 2) {
      throw new ParameterException(
          spec.commandLine(),
          "--flink-master: one worker trains inside this process; ask for --workers 2 or more");
    }
    if (!finish && asked > 1) {
      flink.requireRoom(asked);
    }
    return flink;
  }

  private void crossValidate(
      int parts, TrainingRequest request, PluginRegistry registry, Consumer<String> messages)
      throws IOException {
    CrossValidation.Result result =
        new CrossValidation(request, parts, folds.everything(), registry, messages).run();
    result.table().lines().forEach(spec.commandLine().getErr()::println);
    tell(result.errors());
    result
        .model()
        .ifPresentOrElse(
            this::tell, () -> spec.commandLine().getOut().println(output.resolve("folds.md")));
  }

  /** The worst texts, and where all are. */
  private void tell(List<TextErrors> errors) {
    PrintWriter err = spec.commandLine().getErr();
    ErrorReport.lines(errors, TEXTS_SHOWN).forEach(err::println);
    if (!finish) {
      err.println("relunet: more in " + output.resolve(ErrorFiles.WORST));
    }
  }

  private void tell(ModelPackage model) {
    spec.commandLine().getErr().println("relunet: --model-sha256 " + model.manifestSha256());
    spec.commandLine().getOut().println(model.directory());
  }

  private TrainingRequest.Beginning beginning() {
    if (finish) {
      return TrainingRequest.Beginning.FINISH;
    }
    return resume ? TrainingRequest.Beginning.RESUME : TrainingRequest.Beginning.ANEW;
  }

  private Configuration configuration(PluginRegistry registry, ClassLoader loader) {
    ConfigurationReader reader = new ConfigurationReader(RelunetSchema.of(registry, loader));
    configurations.forEach(reader::file);
    List<String> all = new ArrayList<>(overrides);
    train.ifPresent(file -> all.add("data.train=" + file));
    dev.ifPresent(file -> all.add("data.dev=" + file));
    workers.ifPresent(number -> all.add("training.distributed.workers=" + number));
    offsets.ifPresent(unit -> all.add("data.offsets=" + unit.label()));
    return reader.overrides(all).read();
  }
}
