package org.relunet.model.store.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.relunet.api.bounded.BoundedBytes;
import org.relunet.common.directories.Directories;
import org.relunet.common.replacement.Replacement;
import org.relunet.model.store.json.JsonFormatException;

/**
 * Aliases and their histories in a registry's directory. What an alias names is what its own file
 * says; the history explains it, and an entry that never took effect is not part of it.
 */
final class DirectoryAliases {
  static final String OUTSIDE = "changed by something else than relunet";

  private static final BoundedBytes SMALL_FILE = new BoundedBytes(1 << 16);

  private final Path files;
  private final Path histories;

  DirectoryAliases(Path root) {
    files = root.resolve(ModelAddress.ALIASES);
    histories = root.resolve("history");
  }

  List<String> names() throws IOException {
    return RegistryName.list(files);
  }

  /** The version that the alias names. */
  Optional<String> version(String alias) throws IOException {
    Path file = files.resolve(alias);
    try {
      return Files.isRegularFile(file)
          ? Optional.of(
              RegistryName.require(
                  "version in alias file " + file + ":", SMALL_FILE.readText(file).strip()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  AliasState state(String alias) throws IOException {
    Optional<String> version = version(alias);
    if (version.isEmpty()) {
      return new AliasState(List.of());
    }
    List<AliasChange> history = recorded(alias);
    if (!named(history).equals(version)) {
      // the entry comes first, so that the last one can be of a change that was never made
      if (!history.isEmpty() && history.get(history.size() - 1).from().equals(version)) {
        history.remove(history.size() - 1);
      }
      if (!named(history).equals(version)) {
        history.add(
            new AliasChange(
                Files.getLastModifiedTime(files.resolve(alias)).toInstant(),
                named(history),
                version.get(),
                OUTSIDE,
                false));
      }
    }
    return new AliasState(history);
  }

  private static Optional<String> named(List<AliasChange> history) {
    return new AliasState(history).version();
  }

  private List<AliasChange> recorded(String alias) throws IOException {
    List<AliasChange> history = new ArrayList<>();
    for (int number = 1; Files.isRegularFile(entry(alias, number)); number++) {
      Path file = entry(alias, number);
      try {
        history.add(AliasChange.parse(SMALL_FILE.readText(file)));
      } catch (JsonFormatException e) {
        throw new IOException(file + ": " + e.getMessage(), e);
      }
    }
    return history;
  }

  /**
   * For the one process that may change the registry now.
   *
   * @param seen the state now
   */
  void write(String alias, AliasState seen, AliasChange change) throws IOException {
    List<AliasChange> recorded = recorded(alias);
    Directories.create(histories.resolve(alias));
    Directories.create(files);
    // of an alias whose file was deleted, or a change that was never made
    for (int stale = recorded.size(); stale > seen.history().size(); stale--) {
      Files.delete(entry(alias, stale));
    }
    int number = 1;
    for (AliasChange earlier : seen.history()) {
      // what was found out of an alias file is written down now
      if (number > recorded.size() || !recorded.get(number - 1).equals(earlier)) {
        Replacement.write(entry(alias, number), earlier.toJson());
      }
      number++;
    }
    Replacement.write(entry(alias, number), change.toJson());
    Replacement.write(files.resolve(alias), change.to() + "\n");
  }

  private Path entry(String alias, int number) {
    return histories.resolve(alias).resolve(String.format(Locale.ROOT, "%08d.json", number));
  }
}
