package org.relunet.model.store.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relunet.model.store.MissingModel;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.NearestName;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.model.store.manifest.ManifestGuard;
import org.relunet.model.store.manifest.ModelPackageException;

/**
 * What a user gives as a model: a package's directory, a registry's directory, or an alias file of
 * a registry, {@code REGISTRY/aliases/champion}. A registry elsewhere is named by its address,
 * {@code s3://bucket/models/aliases/champion}.
 */
public final class ModelAddress {
  /** The alias that is meant where a registry is named and no alias. */
  public static final String DEFAULT_ALIAS = "current";

  static final String VERSIONS = "versions";
  static final String ALIASES = "aliases";

  /** As a path writes {@code s3://bucket/models}. */
  private static final Pattern ADDRESS = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]+):/+(.+)");

  private ModelAddress() {}

  /**
   * The package that a location means now: a package's directory itself; of a registry, the version
   * that the alias {@code current} names; of an alias file, the version it names. Cheap: compare
   * the answer with an earlier one to see that the model was changed.
   *
   * @throws ModelPackageException if the location leads to no package
   */
  public static Path resolve(Path location) {
    Matcher address = ADDRESS.matcher(location.toString());
    if (address.matches() && !Files.exists(location)) {
      return RemoteModel.resolve(address.group(1) + "://" + address.group(2));
    }
    if (Files.isRegularFile(location.resolve(Manifest.FILE_NAME))) {
      return location;
    }
    Path parent = location.toAbsolutePath().normalize().getParent();
    if (parent != null && parent.endsWith(ALIASES)) {
      return aliased(parent.getParent(), location.getFileName().toString());
    }
    if (!Files.isDirectory(location)) {
      throw MissingModel.missing(location);
    }
    if (Files.isDirectory(location.resolve(VERSIONS))) {
      return aliased(location, DEFAULT_ALIAS);
    }
    throw MissingModel.neitherPackageNorRegistry(location);
  }

  /**
   * The package that a location means now, checked.
   *
   * @throws ModelPackageException if the location leads to no package, or to one that is refused
   */
  public static ModelPackage open(Path location) {
    return open(location, ManifestGuard.NONE);
  }

  /**
   * The same for a package that must be a certain one.
   *
   * @param guard asked before anything else
   */
  public static ModelPackage open(Path location, ManifestGuard guard) {
    return ModelPackage.open(resolve(location), guard);
  }

  private static Path aliased(Path registry, String alias) {
    DirectoryAliases aliases = new DirectoryAliases(registry);
    DirectoryStorage storage = new DirectoryStorage(registry);
    try {
      Optional<String> version = aliases.version(RegistryName.require("alias", alias));
      if (version.isEmpty()) {
        throw refusal(
            registry,
            "it has no alias '%s'; it has %s and the versions %s"
                .formatted(alias, aliases.names(), storage.versions()),
            "Name an alias as %s, or a version's own directory."
                    .formatted(registry.resolve(ALIASES).resolve("NAME"))
                + NearestName.question(alias, aliases.names()));
      }
      if (!storage.contains(version.get())) {
        throw refusal(
            registry,
            "alias '%s' names version '%s', which is not there; there are %s"
                .formatted(alias, version.get(), storage.versions()),
            "Set the alias to one that is there: `relunet model promote`.");
      }
      return storage.directory(version.get());
    } catch (IllegalArgumentException e) {
      throw refusal(
          registry,
          e.getMessage(),
          "Set the alias to a version of the registry: `relunet model promote`.");
    } catch (IOException e) {
      throw refusal(registry, "it cannot be read (" + e + ")", "Check its permissions.");
    }
  }

  private static ModelPackageException refusal(Path registry, String problem, String remedy) {
    return new ModelPackageException(registry, List.of(problem), remedy);
  }
}
