package org.relunet.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.model.store.json.StrictJson;
import org.relunet.model.store.provenance.Provenance;
import org.relunet.model.store.registry.AliasChange;
import org.relunet.model.store.registry.ModelRegistry;
import org.relunet.model.store.registry.Publication;
import org.relunet.model.store.registry.VersionSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relunet model show}. */
@Command(
    name = "show",
    description = {
      "Print what is known of a version: parent, data, offsets, scores, verdict. Of an alias, its"
          + " history as well.",
      ""
    })
final class ModelShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private RegistryOption place;

  @Parameters(paramLabel = "VERSION", description = "A version, or an alias.")
  private String name;

  @Option(names = "--json", description = "Print a JSON object.")
  private boolean json;

  /** The JSON object. */
  @JsonPropertyOrder({
    "version",
    "sha256",
    "aliases",
    "publication",
    "history",
    "relations",
    "provenance"
  })
  private record Shown(
      String version,
      String sha256,
      List<String> aliases,
      Optional<Publication> publication,
      List<AliasChange> history,
      List<String> relations,
      Provenance provenance) {}

  @Override
  public Integer call() throws IOException {
    ModelRegistry registry = place.existing();
    String version = registry.find(name);
    VersionSummary summary = registry.summary(version);
    List<String> aliases = ListedVersion.naming(registry.aliases(), version);
    List<AliasChange> history = version.equals(name) ? List.of() : registry.history(name);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(
          StrictJson.write(
              new Shown(
                  version,
                  summary.sha256(),
                  aliases,
                  summary.publication(),
                  history,
                  summary.relations().relations(),
                  summary.provenance())));
      out.flush();
    } else {
      new VersionLines(out).print(summary, aliases, history);
    }
    return ExitStatus.DONE;
  }
}
