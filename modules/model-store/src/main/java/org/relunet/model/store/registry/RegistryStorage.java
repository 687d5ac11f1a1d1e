package org.relunet.model.store.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.relunet.model.store.ModelPackage;

/**
 * Where a registry lies. All names were checked by {@link RegistryName}; several processes may work
 * on the same place at once.
 */
public interface RegistryStorage {
  /** Whether anything was ever published here. */
  boolean exists() throws IOException;

  /** Complete versions, sorted by name. */
  List<String> versions() throws IOException;

  boolean contains(String version) throws IOException;

  /** A local directory with the files of the version, which may have been changed by anybody. */
  Path directory(String version) throws IOException;

  /**
   * Lets go of a copy that turned out to be damaged.
   *
   * @return whether {@link #directory} has another one
   */
  default boolean forget(String version) throws IOException {
    return false;
  }

  /**
   * One small file of a version, without the others.
   *
   * @throws IOException if it is not there, or too large
   */
  byte[] file(String version, String path) throws IOException;

  /** When the version came here. */
  Instant arrived(String version) throws IOException;

  /** Text of the version's publication, empty where it came here without one. */
  Optional<String> publication(String version) throws IOException;

  /**
   * Adds a version, all of it or nothing; where it is already, nothing happens.
   *
   * @param publication its text, there before the version can be seen
   */
  void add(ModelPackage model, String publication) throws IOException;

  /**
   * Removes a version and its publication.
   *
   * @return false if nothing was removed because an alias has come to name it
   */
  boolean removeUnlessNamed(String version) throws IOException;

  /** What was begun before the time and never finished: removed, or only named. */
  List<String> unfinished(Instant before, boolean remove) throws IOException;

  /** Names of all aliases, sorted. */
  List<String> aliases() throws IOException;

  AliasState alias(String alias) throws IOException;

  /**
   * Changes an alias, at once for every reader, if nobody has changed it since it was seen.
   *
   * @return whether it was changed
   */
  boolean change(String alias, AliasState seen, AliasChange change) throws IOException;
}
