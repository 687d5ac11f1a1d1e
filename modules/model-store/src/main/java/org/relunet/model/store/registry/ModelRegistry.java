package org.relunet.model.store.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.NearestName;
import org.relunet.model.store.json.JsonFormatException;
import org.relunet.model.store.manifest.ModelPackageException;

/**
 * Published models and names for them. Versions never change; an alias changes at once, and only if
 * nobody else has changed it meanwhile. Safe for many threads and processes.
 *
 * <p>Every method throws IllegalArgumentException for a name that is not allowed or not there.
 */
public final class ModelRegistry {
  private final RegistryStorage storage;
  private final InstantSource clock;

  ModelRegistry(RegistryStorage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /**
   * The registry at this place; the first publication makes it.
   *
   * @param location a directory, or an address such as {@code s3://bucket/models}, for which a
   *     {@link RegistryStorageProvider} must be there
   */
  public static ModelRegistry at(String location) {
    return new ModelRegistry(RegistryLocation.storage(location), InstantSource.system());
  }

  /** Whether anything was ever published here. */
  public boolean exists() throws IOException {
    return storage.exists();
  }

  /**
   * Copies a package into the registry. Of content that is there already nothing is changed, its
   * publication included.
   *
   * @return the package in the registry
   * @throws ModelPackageException if the copy, or the version already there, is damaged
   */
  public ModelPackage publish(ModelPackage model, Publication publication) throws IOException {
    if (!publication.version().equals(model.version())) {
      throw new IllegalArgumentException(
          "the publication is of %s, the package is %s"
              .formatted(publication.version(), model.version()));
    }
    storage.add(model, publication.toJson());
    return open(model.version());
  }

  /** All versions, sorted by name. */
  public List<String> versions() throws IOException {
    return storage.versions();
  }

  /** How a version came here; empty where it came without being published. */
  public Optional<Publication> publication(String version) throws IOException {
    requireVersion(version);
    try {
      return storage.publication(version).map(Publication::parse);
    } catch (JsonFormatException e) {
      throw new IOException("publication of " + version + ": " + e.getMessage(), e);
    }
  }

  /**
   * The package, every file of it checked.
   *
   * @throws ModelPackageException if it is damaged
   */
  public ModelPackage open(String version) throws IOException {
    requireVersion(version);
    ModelPackage model = opened(version);
    if (!model.version().equals(version)) {
      throw new ModelPackageException(
          model.directory(),
          List.of("its manifest is that of " + model.version()),
          "Name the directory after the version that it holds.");
    }
    return model;
  }

  private ModelPackage opened(String version) throws IOException {
    try {
      return ModelPackage.open(storage.directory(version));
    } catch (ModelPackageException e) {
      if (!storage.forget(version)) {
        throw e;
      }
      return ModelPackage.open(storage.directory(version));
    }
  }

  /** What the version's small files say. */
  public VersionSummary summary(String version) throws IOException {
    return VersionSummary.of(storage, version, publication(version));
  }

  /** What an alias names; a version is itself. */
  public String find(String versionOrAlias) throws IOException {
    RegistryName.require("version", versionOrAlias);
    if (storage.contains(versionOrAlias)) {
      return versionOrAlias;
    }
    Optional<String> named = alias(versionOrAlias);
    if (named.isPresent()) {
      return requireVersion(named.get());
    }
    Map<String, String> aliases = aliases();
    List<String> known = Stream.concat(versions().stream(), aliases.keySet().stream()).toList();
    throw new IllegalArgumentException(
        "registry %s has no version and no alias '%s'; it has the versions %s and the aliases %s.%s"
            .formatted(
                storage,
                versionOrAlias,
                versions(),
                aliases.keySet(),
                NearestName.question(versionOrAlias, known)));
  }

  /** What the alias names, empty where there is no such alias. */
  public Optional<String> alias(String alias) throws IOException {
    return state(alias).version();
  }

  /** All aliases and what they name, sorted by alias. */
  public Map<String, String> aliases() throws IOException {
    Map<String, String> aliases = new LinkedHashMap<>();
    for (String alias : storage.aliases()) {
      alias(alias).ifPresent(version -> aliases.put(alias, version));
    }
    return aliases;
  }

  /** Every change of the alias, the first one first; empty where there is no such alias. */
  public List<AliasChange> history(String alias) throws IOException {
    return state(alias).history();
  }

  /**
   * Has the alias name the version, if it names what is expected. Where it names the version
   * already, nothing happens: whoever was killed after this may do it again.
   *
   * @param expected what the alias names; empty: it is not there yet
   * @param reason for the alias' history
   * @throws AliasConflictException if it names something else, also if that happens just now
   */
  public void promote(String alias, Optional<String> expected, String version, String reason)
      throws IOException {
    AliasState seen = state(alias);
    requireVersion(version);
    if (seen.version().equals(Optional.of(version))) {
      return;
    }
    if (!seen.version().equals(expected)) {
      throw new AliasConflictException(alias, expected, seen.version());
    }
    change(alias, seen, version, reason, false);
  }

  /**
   * Has the alias name again what it named before; again and again this goes back to its first
   * version.
   *
   * @return what it names now
   * @throws IllegalArgumentException if it named nothing before
   * @throws AliasConflictException if somebody else changes it just now
   */
  public String rollback(String alias) throws IOException {
    return rollback(alias, "rolled back");
  }

  /**
   * The same for a reason.
   *
   * @param reason for the alias' history
   */
  public String rollback(String alias, String reason) throws IOException {
    AliasState seen = state(alias);
    if (seen.version().isEmpty()) {
      throw new IllegalArgumentException(
          "registry %s has no alias '%s'; it has %s.%s"
              .formatted(
                  storage,
                  alias,
                  storage.aliases(),
                  NearestName.question(alias, storage.aliases())));
    }
    String previous =
        seen.previous()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "alias '%s' has named nothing before %s"
                            .formatted(alias, seen.version().get())));
    requireVersion(previous);
    change(alias, seen, previous, reason, true);
    return previous;
  }

  private void change(
      String alias, AliasState seen, String version, String reason, boolean rollback)
      throws IOException {
    AliasChange change =
        new AliasChange(clock.instant(), seen.version(), version, reason, rollback);
    if (!storage.change(alias, seen, change)) {
      requireVersion(version);
      throw new AliasConflictException(alias, seen.version(), alias(alias));
    }
  }

  /**
   * Versions that no rule keeps.
   *
   * @param remove whether to remove them too
   * @return what was, or would be, removed; what was begun and never finished comes last
   */
  public List<String> prune(PruneRule rule, boolean remove) throws IOException {
    return new Pruning(storage, rule, clock.instant()).run(remove);
  }

  /** Reads all there is, and compares every file with its digest. */
  public List<Finding> verify() throws IOException {
    return new Verification(this, storage).run();
  }

  /** Where the version's files are on this machine, not checked. */
  Path directory(String version) throws IOException {
    return storage.directory(requireVersion(version));
  }

  private AliasState state(String alias) throws IOException {
    return storage.alias(RegistryName.require("alias", alias));
  }

  private String requireVersion(String version) throws IOException {
    if (!storage.contains(RegistryName.require("version", version))) {
      throw new IllegalArgumentException(
          "registry %s has no version '%s'; it has %s.%s"
              .formatted(storage, version, versions(), NearestName.question(version, versions())));
    }
    return version;
  }

  @Override
  public String toString() {
    return storage.toString();
  }
}
