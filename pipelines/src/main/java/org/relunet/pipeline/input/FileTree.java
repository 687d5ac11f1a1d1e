package org.relunet.pipeline.input;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/** The visible files below a directory, links followed. */
final class FileTree {
  private static final int PROBLEMS_SHOWN = 5;

  private final Path root;
  private final Predicate<Path> wanted;
  private final List<Path> files = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private FileTree(Path root, Predicate<Path> wanted) {
    this.root = root;
    this.wanted = wanted;
  }

  /**
   * The files, in the order of their paths.
   *
   * @param depth how many names a path below the root may have
   * @param wanted asked with a path below the root
   * @throws InputException if what is wanted is no file, or part of the tree cannot be looked at
   */
  static List<Path> below(Path root, int depth, Predicate<Path> wanted) throws IOException {
    FileTree tree = new FileTree(root, wanted);
    Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, tree.new Visitor());
    tree.requireNoProblem();
    Collections.sort(tree.files);
    return tree.files;
  }

  private void requireNoProblem() {
    if (problems.isEmpty()) {
      return;
    }
    int shown = Math.min(problems.size(), PROBLEMS_SHOWN);
    String rest = problems.size() > shown ? "\n  and " + (problems.size() - shown) + " more" : "";
    throw new InputException(
        shown == 1
            ? problems.get(0)
            : "not all of the input can be read:\n  "
                + String.join("\n  ", problems.subList(0, shown))
                + rest);
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return isHidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isHidden(file) || !wanted.test(root.relativize(file)) || attributes.isDirectory()) {
        // directories at the depth at which the walk ends come here too
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isRegularFile()) {
        files.add(file);
      } else if (attributes.isSymbolicLink()) {
        problems.add("input '" + file + "' is a link that leads nowhere: remove or mend it");
      } else {
        problems.add(
            "input '"
                + file
                + "' is neither a file nor a directory: remove it, or name what is to be read");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) {
      if (isHidden(path)) {
        return FileVisitResult.CONTINUE;
      }
      if (failure instanceof FileSystemLoopException) {
        problems.add(
            "input '" + path + "' is a link to a directory that holds the link: remove it");
      } else if (failure instanceof AccessDeniedException) {
        problems.add("input '" + path + "' may not be read: check its permissions");
      } else {
        problems.add("input '" + path + "' cannot be read: " + failure);
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path path) {
      return !path.equals(root) && InputResolver.hidden(root.relativize(path));
    }
  }
}
