package org.relunet.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.relunet.common.messages.Count;
import org.relunet.common.messages.Visible;
import org.relunet.model.store.registry.Finding;
import org.relunet.model.store.registry.ModelRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code relunet model verify}. */
@Command(
    name = "verify",
    description = {
      "Read the whole registry and compare every file with its digest. The exit status is 1 if"
          + " anything is wrong.",
      ""
    })
final class ModelVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private RegistryOption place;

  @Override
  public Integer call() throws IOException {
    ModelRegistry registry = place.existing();
    List<Finding> findings = registry.verify();
    for (Finding finding : findings) {
      spec.commandLine()
          .getOut()
          .println(Visible.line(finding.subject() + ": " + finding.problem().replace("\n", " ")));
    }
    spec.commandLine()
        .getErr()
        .println(
            "relunet: looked at %s and all aliases: %s"
                .formatted(
                    Count.of(registry.versions().size(), "version"),
                    findings.isEmpty()
                        ? "all are as they were published"
                        : Count.of(findings.size(), "problem")));
    return findings.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
  }
}
