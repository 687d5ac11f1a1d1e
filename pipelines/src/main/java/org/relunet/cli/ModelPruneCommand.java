package org.relunet.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.relunet.model.store.registry.PruneRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relunet model prune}. */
@Command(
    name = "prune",
    description = {
      "Print the versions that no alias names or named last, and what killed publishers left; with"
          + " --delete, remove them.",
      ""
    })
final class ModelPruneCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private RegistryOption registry;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "5",
      description = "Keep the last N versions of each alias' history; default: ${DEFAULT-VALUE}.")
  private int keep;

  @Option(
      names = "--keep-days",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "Keep what was published in the last N days, which somebody may be about to promote;"
            + " default: ${DEFAULT-VALUE}."
      })
  private int days;

  @Option(names = "--delete", description = "Remove them; they cannot be brought back.")
  private boolean delete;

  @Override
  public Integer call() throws IOException {
    PruneRule rule;
    try {
      rule = new PruneRule(keep, Duration.ofDays(days));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
    List<String> pruned = registry.existing().prune(rule, delete);
    pruned.forEach(spec.commandLine().getOut()::println);
    spec.commandLine()
        .getErr()
        .println(
            "relunet: "
                + (delete
                    ? pruned.size() + " removed"
                    : pruned.size() + " can go; --delete removes them"));
    return ExitStatus.DONE;
  }
}
