package org.relunet.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.model.store.registry.ModelRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code relunet model rollback}. */
@Command(
    name = "rollback",
    description = {
      "Have an alias name again what it named before. Done again, it goes back one version more.",
      ""
    })
final class ModelRollbackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private RegistryOption place;

  @Mixin private AliasOption alias;

  @Override
  public Integer call() throws IOException {
    ModelRegistry registry = place.existing();
    Optional<String> before = registry.alias(alias.name());
    String now = registry.rollback(alias.name(), alias.reason());
    spec.commandLine().getOut().println(alias.name() + " " + before.orElse("none") + " -> " + now);
    return ExitStatus.DONE;
  }
}
