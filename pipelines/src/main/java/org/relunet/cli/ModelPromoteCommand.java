package org.relunet.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.model.store.registry.ModelRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relunet model promote}. */
@Command(
    name = "promote",
    description = {
      "Have an alias name another version, at once for every reader. Where somebody else changes the"
          + " alias at the same time, one of both fails and is told so.",
      ""
    })
final class ModelPromoteCommand implements Callable<Integer> {
  private static final String NONE = "none";

  @Spec private CommandSpec spec;

  @Mixin private RegistryOption place;

  @Mixin private AliasOption alias;

  @Parameters(paramLabel = "VERSION", description = "A version, or an alias of it.")
  private String version;

  @Option(
      names = "--expect",
      paramLabel = "VERSION",
      description = {
        "Fail unless the alias names this version, or, with " + NONE + ", does not exist yet."
      })
  private Optional<String> expect;

  @Override
  public Integer call() throws IOException {
    ModelRegistry registry = place.existing();
    Optional<String> before = registry.alias(alias.name());
    Optional<String> expected =
        expect.isPresent() ? expect.filter(name -> !name.equals(NONE)) : before;
    String promoted = registry.find(version);
    registry.promote(alias.name(), expected, promoted, alias.reason());
    spec.commandLine()
        .getOut()
        .println(alias.name() + " " + before.orElse(NONE) + " -> " + promoted);
    return ExitStatus.DONE;
  }
}
