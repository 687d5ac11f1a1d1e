package org.relunet.model.store.manifest;

import java.nio.file.Path;

/** Paths of files in a package as the manifest writes them: relative, with forward slashes. */
final class PackagePath {
  private PackagePath() {}

  /**
   * @throws IllegalArgumentException if the path is not plainly a file inside the package; the same
   *     paths are refused on every system
   */
  static String requireInside(String path) {
    if (path.isEmpty() || path.startsWith("/") || path.contains("\\") || path.contains(":")) {
      throw outside(path);
    }
    if (path.chars().anyMatch(Character::isISOControl)) {
      throw outside(path);
    }
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw outside(path);
      }
    }
    return path;
  }

  private static IllegalArgumentException outside(String path) {
    return new IllegalArgumentException(
        "file path '"
            + path.replaceAll("\\p{Cntrl}", "?")
            + "' is not allowed: it must be relative, with '/' between its parts, and without '..',"
            + " '.', '\\', ':' and control characters");
  }

  /** The path of a file below the root, as the manifest writes it. */
  static String of(Path root, Path file) {
    StringBuilder path = new StringBuilder();
    for (Path part : root.relativize(file)) {
      path.append(path.isEmpty() ? "" : "/").append(part);
    }
    return path.toString();
  }
}
