package org.relunet.common.directories;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/** Whole directories. No method follows symbolic links inside them. */
public final class Directories {
  private Directories() {}

  /**
   * Makes an empty directory beside the target, on the same file system, whose name begins with a
   * dot. It has ordinary permissions: it is to become what the user asked for.
   */
  public static Path createBeside(Path target) throws IOException {
    Path parent = target.toAbsolutePath().getParent();
    create(parent);
    return Files.createDirectory(hiddenName(target, "partial"));
  }

  /**
   * Makes the directory and those above it that are missing, and brings their names to the disk.
   */
  public static void create(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directory.toAbsolutePath().getParent();
    create(parent);
    Files.createDirectories(directory);
    force(parent);
  }

  /** An unused name beside the target, for what must not be taken for it. */
  public static Path hiddenName(Path target, String purpose) {
    return target
        .toAbsolutePath()
        .resolveSibling("." + target.getFileName() + "." + purpose + "-" + UUID.randomUUID());
  }

  /**
   * Moves a complete directory to its place on the same file system, where nothing is: all of it is
   * brought to the disk first, so that a power failure cannot leave the name without the content.
   */
  public static void place(Path finished, Path target) throws IOException {
    forceAll(finished);
    move(finished, target);
  }

  /** Renames a file or directory at once, and brings the new name to the disk. */
  public static void move(Path source, Path target) throws IOException {
    Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
    force(target.toAbsolutePath().getParent());
  }

  /** Brings the bytes of every file below a directory, and all names, to the disk. */
  public static void forceAll(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              force(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException problem)
              throws IOException {
            if (problem != null) {
              throw problem;
            }
            force(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Brings a file's bytes, or a directory's names, to the disk. */
  public static void force(Path fileOrDirectory) throws IOException {
    boolean posix = fileOrDirectory.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!posix && Files.isDirectory(fileOrDirectory)) {
      // only POSIX systems open a directory
      return;
    }
    // a file that may only be read can be forced there as well
    try (FileChannel channel =
        FileChannel.open(
            fileOrDirectory, posix ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Deletes the directory, or file, and all in it; links inside it, not what they lead to. */
  public static void deleteAll(Path directory) throws IOException {
    Deletion.delete(directory);
  }
}
