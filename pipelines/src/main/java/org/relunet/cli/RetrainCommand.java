package org.relunet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.cli.ending.OrderlyEnd;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.pipeline.correction.CorrectionTopic;
import org.relunet.retraining.RetrainSection;
import org.relunet.retraining.RetrainSettings;
import org.relunet.retraining.run.CorrectionSource;
import org.relunet.retraining.run.RetrainRun;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.plugin.PluginRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code relunet retrain}. */
@Command(
    name = "retrain",
    description = {
      "Train the model in use anew with corrections, and let it be replaced if the new one is better.",
      "",
      "Collects labelled texts, trains from the champion's weights, compares both models on texts"
          + " that neither learned, publishes the new one, and promotes it if it passes the gate. A"
          + " run that died is finished by the same command.",
      "",
      "Exit status: 0: promoted; 10: the champion stays; others: failed.",
      ""
    })
final class RetrainCommand implements Callable<Integer> {
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
      description = "Override a key of the configuration, e.g. --set retrain.least-gain=1.")
  private List<String> overrides = new ArrayList<>();

  RetrainCommand(OrderlyEnd end) {
    this.end = end;
  }

  @Override
  @SuppressWarnings("try") // the step is there, not used
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    ClassLoader loader = RetrainCommand.class.getClassLoader();
    PluginRegistry plugins = PluginRegistry.load(loader);
    ConfigurationReader reader = new ConfigurationReader(RelunetSchema.of(plugins, loader));
    configurations.forEach(reader::file);
    Configuration configuration = reader.overrides(overrides).read();
    try (OrderlyEnd.Step hint = end.say("the same command goes on with this run")) {
      RetrainRun.Result result =
          new RetrainRun(
                  configuration,
                  source(configuration),
                  plugins,
                  InstantSource.system(),
                  line -> err.println("relunet: " + line))
              .run();
      spec.commandLine().getOut().println(result.version());
      return result.promoted() ? ExitStatus.DONE : ExitStatus.KEPT;
    }
  }

  private static CorrectionSource source(Configuration configuration) {
    RetrainSettings settings = configuration.section(RetrainSection.RETRAIN, RetrainSettings.class);
    return settings.topic().isEmpty()
        ? CorrectionSource.NONE
        : new CorrectionTopic(
            CorrectCommand.connection(configuration),
            settings.topic(),
            Optional.of(settings.deadLetterTopic()).filter(name -> !name.isEmpty()));
  }
}
