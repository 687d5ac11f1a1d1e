package org.relunet.common.directories;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and directories that only their owner may read: 0600 and 0700 from the moment at which they
 * appear, whatever the umask. A file system without such rights gives its own.
 */
public final class PrivateFiles {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFiles() {}

  /**
   * Makes one directory, whose parent exists.
   *
   * @throws FileAlreadyExistsException if there is something of that name
   */
  public static Path createDirectory(Path directory) throws IOException {
    return Files.createDirectory(directory, attributes(directory, DIRECTORY));
  }

  /** Makes the directory and those above it that are missing; one that exists keeps its rights. */
  public static Path createDirectories(Path directory) throws IOException {
    return Files.createDirectories(directory, attributes(directory, DIRECTORY));
  }

  /**
   * Makes a directory in the temporary directory that the process has now: the JDK would take the
   * one that it was started with.
   */
  public static Path temporaryDirectory(String prefix) throws IOException {
    return Files.createTempDirectory(temporary(), prefix);
  }

  /** Makes an empty file in the temporary directory that the process has now. */
  public static Path temporaryFile(String prefix, String suffix) throws IOException {
    return Files.createTempFile(temporary(), prefix, suffix);
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /**
   * Opens a file for writing. One that exists keeps its rights.
   *
   * @param options none: what is there is overwritten
   */
  public static OutputStream newOutputStream(Path file, OpenOption... options) throws IOException {
    Set<OpenOption> chosen =
        options.length > 0
            ? Set.of(options)
            : Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    return Channels.newOutputStream(Files.newByteChannel(file, chosen, fileAttributes(file)));
  }

  /** With which a new file on that path's file system is private. */
  public static FileAttribute<?>[] fileAttributes(Path file) {
    return attributes(file, FILE);
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> rights) {
    return hasRights(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
        : new FileAttribute<?>[0];
  }

  /** Makes a file that other code has written private. */
  public static void restrict(Path file) throws IOException {
    if (hasRights(file)) {
      Files.setPosixFilePermissions(file, FILE);
    }
  }

  /** Gives a file the rights of another one, if that is there. */
  public static void copyRights(Path from, Path to) throws IOException {
    if (hasRights(from) && hasRights(to)) {
      try {
        Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
      } catch (NoSuchFileException e) {
        // the first of its name
        return;
      }
    }
  }

  private static boolean hasRights(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
