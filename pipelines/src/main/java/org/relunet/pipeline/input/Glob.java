package org.relunet.pipeline.input;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/**
 * A pattern of paths, as {@link java.nio.file.FileSystem#getPathMatcher} defines it, except that it
 * does not match what is hidden.
 */
final class Glob {
  private final String pattern;
  private final Path start;
  private final String rest;

  Glob(String pattern) {
    int special = 0;
    while (!isGlob(pattern.substring(special, special + 1))) {
      special++;
    }
    int slash = pattern.lastIndexOf('/', special);
    this.pattern = pattern;
    this.start = Path.of(pattern.substring(0, slash + 1));
    this.rest = pattern.substring(slash + 1);
  }

  static boolean isGlob(String name) {
    return name.chars().anyMatch(character -> "*?[{".indexOf(character) >= 0);
  }

  /** The matching files, in the order of their paths. */
  List<Path> matches() throws IOException {
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    PathMatcher matcher = matcher();
    return FileTree.below(start, depth(), matcher::matches);
  }

  private PathMatcher matcher() {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + rest);
    } catch (IllegalArgumentException e) {
      throw new InputException("'" + pattern + "' is no pattern of paths: " + e.getMessage());
    }
  }

  private int depth() {
    return rest.contains("**")
        ? Integer.MAX_VALUE
        : 1 + (int) rest.chars().filter(character -> character == '/').count();
  }
}
