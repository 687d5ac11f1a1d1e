package org.relunet.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.model.store.provenance.Provenance;
import org.relunet.model.store.registry.ModelRegistry;
import org.relunet.model.store.registry.Publication;
import org.relunet.model.store.registry.VersionSummary;
import org.relunet.runtime.BundledModels;
import org.relunet.runtime.assembly.BundledModel;

/**
 * A version in a list.
 *
 * @param aliases that name it; of a bundled model its name, and {@code (default)} where it is that
 * @param f1 between 0 and 1
 * @param licences of the data that it was trained on
 * @param problem why nothing else is known of it
 */
@JsonPropertyOrder({"version", "aliases", "published", "f1", "licences", "problem"})
record ListedVersion(
    String version,
    List<String> aliases,
    Optional<Instant> published,
    Optional<Double> f1,
    List<String> licences,
    Optional<String> problem) {

  /** All versions of the registry, the one published last at the end. */
  static List<ListedVersion> of(ModelRegistry registry) throws IOException {
    Map<String, String> aliases = registry.aliases();
    List<ListedVersion> listed = new ArrayList<>();
    for (String version : registry.versions()) {
      listed.add(of(registry, version, naming(aliases, version)));
    }
    listed.sort(
        (one, other) ->
            one.published().orElse(Instant.MIN).compareTo(other.published().orElse(Instant.MIN)));
    return listed;
  }

  /** The bundled models. */
  static List<ListedVersion> bundled() {
    return BundledModels.names().stream().map(ListedVersion::bundled).toList();
  }

  private static ListedVersion bundled(String name) {
    Path copy = BundledModel.unpack(name);
    try {
      ModelPackage model = ModelPackage.open(copy);
      Map<String, Double> scores = model.provenance().scores();
      return new ListedVersion(
          model.version(),
          name.equals(BundledModels.DEFAULT) ? List.of(name, "(default)") : List.of(name),
          Optional.empty(),
          scores.keySet().stream()
              .filter(score -> score.endsWith("F1"))
              .sorted()
              .findFirst()
              .map(scores::get),
          licences(model.provenance()),
          Optional.empty());
    } finally {
      BundledModel.discard(copy);
    }
  }

  private static List<String> licences(Provenance provenance) {
    return provenance.dataFiles().stream()
        .map(DataFile::licence)
        .map(licence -> licence.isBlank() ? "not stated" : licence)
        .distinct()
        .toList();
  }

  /** Names of the aliases that name the version. */
  static List<String> naming(Map<String, String> aliases, String version) {
    return aliases.keySet().stream().filter(alias -> aliases.get(alias).equals(version)).toList();
  }

  private static ListedVersion of(ModelRegistry registry, String version, List<String> aliases) {
    try {
      VersionSummary summary = registry.summary(version);
      return new ListedVersion(
          version,
          aliases,
          summary.publication().map(Publication::published),
          summary.f1(),
          licences(summary.provenance()),
          Optional.empty());
    } catch (IOException | ModelPackageException e) {
      // one damaged version must not hide the others
      return new ListedVersion(
          version,
          aliases,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.of(String.valueOf(e.getMessage())));
    }
  }
}
