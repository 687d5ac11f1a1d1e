package org.relunet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.common.messages.Visible;
import org.relunet.model.store.json.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code relunet model list}. */
@Command(
    name = "list",
    description = {
      "Print all versions of a registry, the one published last at the end; without --registry, the"
          + " bundled models, which --model takes by name.",
      ""
    })
final class ModelListCommand implements Callable<Integer> {
  private static final List<String> HEAD =
      List.of("VERSION", "ALIASES", "PUBLISHED", "F1", "LICENCE");

  @Spec private CommandSpec spec;

  @Option(
      names = "--registry",
      paramLabel = "DIR",
      description = "Where the registry is: a directory, or an address such as s3://bucket/models.")
  private Optional<String> registry = Optional.empty();

  @Option(names = "--json", description = "Print an array of JSON objects.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<ListedVersion> versions =
        registry.isPresent()
            ? ListedVersion.of(RegistryOption.existing(registry.get()))
            : ListedVersion.bundled();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(StrictJson.write(versions));
      out.flush();
    } else {
      print(versions, out);
    }
    return ExitStatus.DONE;
  }

  private static void print(List<ListedVersion> versions, PrintWriter out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    versions.forEach(version -> rows.add(row(version)));
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int place = column;
        int width = rows.stream().mapToInt(each -> each.get(place).length()).max().orElse(0);
        line.append(row.get(column)).append(" ".repeat(width - row.get(column).length() + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static List<String> row(ListedVersion version) {
    return List.of(
        version.version(),
        version.aliases().isEmpty() ? "-" : String.join(",", version.aliases()),
        version.published().map(Object::toString).orElse("-"),
        version.f1().map(f1 -> String.format(Locale.ROOT, "%.4f", f1)).orElse("-"),
        version.problem().isPresent()
            ? "damaged: see `relunet model verify`"
            : Visible.line(String.join("; ", version.licences())));
  }
}
