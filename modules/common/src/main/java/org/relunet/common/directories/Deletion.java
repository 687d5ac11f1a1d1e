package org.relunet.common.directories;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes trees. Every name is looked up in the directory that was opened before, so that nobody
 * can lead the deletion elsewhere by a link that takes a directory's place meanwhile. What somebody
 * else deletes at the same time is no error.
 */
final class Deletion {
  private Deletion() {}

  static void delete(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    try (DirectoryStream<Path> parent = Files.newDirectoryStream(absolute.getParent())) {
      if (parent instanceof SecureDirectoryStream<Path> secure) {
        delete(secure, absolute.getFileName());
      } else {
        deleteByPath(absolute);
      }
    } catch (NoSuchFileException e) {
      return;
    }
  }

  private static void delete(SecureDirectoryStream<Path> directory, Path name) throws IOException {
    try {
      boolean below =
          directory
              .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
              .readAttributes()
              .isDirectory();
      if (!below) {
        directory.deleteFile(name);
        return;
      }
      try (SecureDirectoryStream<Path> opened =
          directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
        for (Path each : all(opened)) {
          delete(opened, each.getFileName());
        }
      }
      directory.deleteDirectory(name);
    } catch (NoSuchFileException e) {
      return;
    }
  }

  /** For systems whose directories cannot be opened. */
  private static void deleteByPath(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> opened = Files.newDirectoryStream(path)) {
        for (Path each : all(opened)) {
          deleteByPath(each);
        }
      }
    }
    Files.deleteIfExists(path);
  }

  private static List<Path> all(DirectoryStream<Path> directory) {
    List<Path> all = new ArrayList<>();
    directory.forEach(all::add);
    return all;
  }
}
