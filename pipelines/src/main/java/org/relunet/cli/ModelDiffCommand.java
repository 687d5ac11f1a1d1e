package org.relunet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.relunet.common.messages.Visible;
import org.relunet.model.store.registry.ModelRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relunet model diff}. */
@Command(
    name = "diff",
    description = {
      "Print in what two versions differ: keys of the configuration, relations, data and scores.",
      ""
    })
final class ModelDiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private RegistryOption place;

  @Parameters(index = "0", paramLabel = "A", description = "A version, or an alias.")
  private String one;

  @Parameters(index = "1", paramLabel = "B", description = "Another one.")
  private String other;

  @Override
  public Integer call() throws IOException {
    ModelRegistry registry = place.existing();
    VersionDifference difference =
        VersionDifference.of(
            registry.summary(registry.find(one)), registry.summary(registry.find(other)));
    PrintWriter out = spec.commandLine().getOut();
    List<String> lines = difference.lines();
    lines.forEach(line -> out.println(Visible.line(line)));
    if (lines.isEmpty()) {
      out.println("no difference in configuration, relations, data and scores");
    }
    return ExitStatus.DONE;
  }
}
