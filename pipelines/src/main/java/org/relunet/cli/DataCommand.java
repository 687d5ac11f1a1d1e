package org.relunet.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relunet data}. */
@Command(
    name = "data",
    description = {
      "Look at annotated texts, divide, convert or cut them, without training on them.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DataCheckCommand.class,
      DataSplitCommand.class,
      DataConvertCommand.class,
      DataPassagesCommand.class
    })
final class DataCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: check, split, convert or passages");
  }
}
