package org.relunet.model.store.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.api.triple.RelationSchema;
import org.relunet.model.store.PackageLayout;
import org.relunet.model.store.RelationsFile;
import org.relunet.model.store.json.JsonFormatException;
import org.relunet.model.store.manifest.FileDigest;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.model.store.manifest.ManifestFile;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.model.store.manifest.PackagedFile;
import org.relunet.model.store.provenance.Provenance;

/**
 * What a version's small files say; each was compared with the manifest, and the large ones were
 * not looked at.
 *
 * @param sha256 of the manifest, which stands for the whole package
 * @param configuration what the model needs to be used, as YAML; {@code provenance} has all of it
 */
public record VersionSummary(
    Manifest manifest,
    String sha256,
    Provenance provenance,
    RelationSchema relations,
    String configuration,
    Optional<Publication> publication) {

  static VersionSummary of(
      RegistryStorage storage, String version, Optional<Publication> publication)
      throws IOException {
    Path place = Path.of(version);
    byte[] bytes = storage.file(version, Manifest.FILE_NAME);
    Manifest manifest = ManifestFile.parse(place, bytes);
    if (!manifest.modelVersion().equals(version)) {
      throw refusal(version, "its manifest is that of " + manifest.modelVersion(), null);
    }
    try {
      return new VersionSummary(
          manifest,
          FileDigest.of(bytes).sha256(),
          Provenance.parse(text(storage, manifest, PackageLayout.PROVENANCE)),
          RelationsFile.parse(text(storage, manifest, PackageLayout.RELATIONS)),
          text(storage, manifest, PackageLayout.CONFIGURATION),
          publication);
    } catch (JsonFormatException e) {
      throw refusal(version, e.getMessage(), e);
    }
  }

  /**
   * Between 0 and 1: the score {@code f1}, or the first whose name ends in F1, as it was measured
   * before publishing, or else in training.
   */
  public Optional<Double> f1() {
    return publication
        .flatMap(published -> f1(published.scores()))
        .or(() -> f1(provenance.scores()));
  }

  private static Optional<Double> f1(Map<String, Double> scores) {
    return Optional.ofNullable(scores.get("f1"))
        .or(
            () ->
                scores.keySet().stream()
                    .filter(name -> name.endsWith("F1"))
                    .sorted()
                    .findFirst()
                    .map(scores::get));
  }

  private static String text(RegistryStorage storage, Manifest manifest, String path)
      throws IOException {
    byte[] bytes = storage.file(manifest.modelVersion(), path);
    Optional<String> expected = manifest.file(path).map(PackagedFile::sha256);
    if (!expected.equals(Optional.of(FileDigest.of(bytes).sha256()))) {
      throw refusal(manifest.modelVersion(), path + ": it is not what the manifest says", null);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static ModelPackageException refusal(String version, String problem, Exception cause) {
    return new ModelPackageException(
        Path.of(version),
        List.of(problem),
        "Restore the version, or prune it: `relunet model verify` looks at all of them.",
        cause);
  }
}
