package org.relunet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.registry.ModelAddress;
import org.relunet.model.store.registry.ModelRegistry;
import org.relunet.model.store.registry.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relunet model publish}. */
@Command(
    name = "publish",
    description = {
      "Copy a model package into the registry and print its version. No alias names it yet: see"
          + " 'relunet model promote'. A model that is there already stays as it is.",
      ""
    })
final class ModelPublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private RegistryOption registry;

  @Parameters(
      paramLabel = "MODEL",
      description = "A model package, such as the directory model of a training's directory.")
  private Path location;

  @Option(
      names = "--parent",
      paramLabel = "VERSION",
      description = "What the training started from; default: what the package says.")
  private Optional<String> parent;

  @Option(names = "--run", paramLabel = "NAME", description = "What it comes from, for 'show'.")
  private Optional<String> run;

  @Override
  public Integer call() throws IOException {
    ModelPackage model = ModelAddress.open(location);
    ModelRegistry place = registry.any();
    Publication plain = Publication.of(model, Instant.now());
    place.publish(
        model,
        new Publication(
            plain.version(),
            plain.published(),
            parent.or(plain::parent),
            plain.offsets(),
            plain.scores(),
            plain.gate(),
            run));
    spec.commandLine().getOut().println(model.version());
    return ExitStatus.DONE;
  }
}
