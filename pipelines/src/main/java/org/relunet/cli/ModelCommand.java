package org.relunet.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relunet model}. */
@Command(
    name = "model",
    description = {
      "Publish models in a registry, and say which one is in use: an alias such as champion names"
          + " it. A stream that was given REGISTRY/aliases/champion as its model follows the alias.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ModelListCommand.class,
      ModelShowCommand.class,
      ModelDiffCommand.class,
      ModelPublishCommand.class,
      ModelPromoteCommand.class,
      ModelRollbackCommand.class,
      ModelPruneCommand.class,
      ModelVerifyCommand.class
    })
final class ModelCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Missing command: list, show, diff, publish, promote, rollback, prune or verify");
  }
}
