package org.relunet.model.store.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of versions and aliases. */
public final class RegistryName {
  // No path separator and no leading dot: a name cannot lead out of its directory.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private RegistryName() {}

  /**
   * @param kind what is named, for the message
   * @throws IllegalArgumentException if the name is not allowed
   */
  public static String require(String kind, String name) {
    if (!isAllowed(name)) {
      throw new IllegalArgumentException(
          kind
              + " '"
              + name
              + "' is not allowed: use 1 to 128 letters, digits, '.', '_' and '-', a letter or"
              + " digit first");
    }
    return name;
  }

  public static boolean isAllowed(String name) {
    return NAME.matcher(name).matches();
  }

  /** Names of the directory's entries, sorted; hidden and unfinished ones are left out. */
  static List<String> list(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(RegistryName::isAllowed)
          .sorted()
          .toList();
    }
  }
}
