package org.relunet.model.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.relunet.api.bounded.BoundedBytes;
import org.relunet.common.directories.Directories;
import org.relunet.common.replacement.Replacement;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.model.store.manifest.ManifestGuard;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.model.store.manifest.PackagedFile;

/**
 * A directory of packages and of names for them:
 *
 * <pre>
 * versions/webnlg-0123456789ab/   a package, never changed
 * aliases/current                 a text file: webnlg-0123456789ab
 * </pre>
 *
 * <p>An alias changes by one atomic rename, so a reader sees the old version or the new one.
 */
public final class ModelStore {
  /** The alias that is meant where a location names a store and no alias. */
  public static final String DEFAULT_ALIAS = "current";

  private static final BoundedBytes ALIAS = new BoundedBytes(1 << 16);
  private static final String VERSIONS = "versions";
  private static final String ALIASES = "aliases";

  private final Path root;

  /** The store at this directory; it is made when the first package is published. */
  public ModelStore(Path root) {
    this.root = root;
  }

  /**
   * The package that a location means now: a package's directory itself; of a store, the version
   * that the alias {@code current} names; of an alias file, the version it names. Cheap: compare
   * the answer with an earlier one to see that the model was changed.
   *
   * @throws ModelPackageException if the location leads to no package
   */
  public static Path resolve(Path location) {
    if (Files.isRegularFile(location.resolve(Manifest.FILE_NAME))) {
      return location;
    }
    Path parent = location.toAbsolutePath().normalize().getParent();
    if (parent != null && parent.endsWith(ALIASES)) {
      return new ModelStore(parent.getParent()).aliased(location.getFileName().toString());
    }
    if (!Files.isDirectory(location)) {
      throw ModelLocation.missing(location);
    }
    if (Files.isDirectory(location.resolve(VERSIONS))) {
      return new ModelStore(location).aliased(DEFAULT_ALIAS);
    }
    throw ModelLocation.neitherPackageNorStore(location);
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

  /**
   * Copies a package into the store. Publishing the same content again changes nothing.
   *
   * @return the package in the store
   * @throws ModelPackageException if the copy, or the version already there, is damaged
   */
  public ModelPackage publish(ModelPackage model) throws IOException {
    Path target = version(model.version());
    if (Files.isDirectory(target)) {
      return ModelPackage.open(target);
    }
    Path staging = Directories.createBeside(target);
    try {
      copy(Manifest.FILE_NAME, model.directory(), staging);
      for (PackagedFile file : model.manifest().files()) {
        copy(file.path(), model.directory(), staging);
      }
      if (Files.isRegularFile(
          model.directory().resolve(Manifest.SIGNATURE_FILE_NAME), LinkOption.NOFOLLOW_LINKS)) {
        copy(Manifest.SIGNATURE_FILE_NAME, model.directory(), staging);
      }
      ModelPackage checked = ModelPackage.open(staging);
      Directories.place(staging, target);
      return checked.movedTo(target.toRealPath());
    } catch (FileSystemException e) {
      // Another process may have published the same content meanwhile.
      if (Files.isDirectory(target)) {
        return ModelPackage.open(target);
      }
      throw e;
    } finally {
      Directories.deleteAll(staging);
    }
  }

  private static void copy(String path, Path source, Path target) throws IOException {
    Path copy = target.resolve(path);
    Files.createDirectories(copy.getParent());
    Files.copy(source.resolve(path), copy, LinkOption.NOFOLLOW_LINKS);
  }

  /** Versions in the store, sorted by name. */
  public List<String> versions() throws IOException {
    return StoreEntry.list(root.resolve(VERSIONS));
  }

  /** Aliases in the store, sorted by name. */
  public List<String> aliases() throws IOException {
    return StoreEntry.list(root.resolve(ALIASES));
  }

  /** The version that the alias names, empty where there is no such alias. */
  public Optional<String> alias(String alias) throws IOException {
    Path file = root.resolve(ALIASES).resolve(StoreEntry.requireName("alias", alias));
    return Files.isRegularFile(file)
        ? Optional.of(
            StoreEntry.requireName(
                "version in alias file " + file + ":", ALIAS.readText(file).strip()))
        : Optional.empty();
  }

  /**
   * Makes the alias name the version, at once for every reader.
   *
   * @throws IllegalArgumentException if the name is not allowed, or the store has no such version
   */
  public void setAlias(String alias, String version) throws IOException {
    StoreEntry.requireName("alias", alias);
    if (!Files.isDirectory(version(version))) {
      throw new IllegalArgumentException(
          "model store %s has no version '%s'; it has %s.%s"
              .formatted(root, version, versions(), NearestName.question(version, versions())));
    }
    Path file = root.resolve(ALIASES).resolve(alias);
    Directories.create(file.getParent());
    Replacement.write(file, version + "\n");
  }

  /** Where the version lies, whether or not it is there. */
  private Path version(String version) {
    return root.resolve(VERSIONS).resolve(StoreEntry.requireName("version", version));
  }

  private Path aliased(String alias) {
    try {
      Optional<String> version = alias(alias);
      if (version.isEmpty()) {
        throw refusal(
            "it has no alias '%s'; it has %s and the versions %s"
                .formatted(alias, aliases(), versions()),
            "Set the alias, or name a version's own directory."
                + NearestName.question(alias, aliases()));
      }
      Path target = version(version.get());
      if (!Files.isDirectory(target)) {
        throw refusal(
            "alias '%s' names version '%s', which is not there; there are %s"
                .formatted(alias, version.get(), versions()),
            "Set the alias to one that is there.");
      }
      return target;
    } catch (IllegalArgumentException e) {
      throw refusal(e.getMessage(), "Set the alias to a version of the store.");
    } catch (IOException e) {
      throw refusal("it cannot be read (" + e + ")", "Check its permissions.");
    }
  }

  private ModelPackageException refusal(String problem, String remedy) {
    return new ModelPackageException(root, List.of(problem), remedy);
  }
}
