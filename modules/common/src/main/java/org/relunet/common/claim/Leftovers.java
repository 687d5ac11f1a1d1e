package org.relunet.common.claim;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import org.relunet.common.directories.Directories;

/**
 * Directories of processes that were killed. One is removed only if it is a directory of the same
 * user, not a link to one, with an owner's file that nobody has locked.
 */
final class Leftovers {
  private Leftovers() {}

  /** Removes those in the place; what cannot be removed stays. */
  static void removeIn(Path place, UserPrincipal user) throws IOException {
    String own = OwnedDirectory.PREFIX + ProcessName.ofThis();
    try (DirectoryStream<Path> candidates =
        Files.newDirectoryStream(place, OwnedDirectory.PREFIX + "*")) {
      for (Path candidate : candidates) {
        // of this process: to look at its lock would be to lose it
        if (!candidate.getFileName().toString().startsWith(own)) {
          removeIfLeft(candidate, user);
        }
      }
    }
  }

  private static void removeIfLeft(Path candidate, UserPrincipal user) {
    try {
      if (!Files.isDirectory(candidate, LinkOption.NOFOLLOW_LINKS)
          || !Files.getOwner(candidate, LinkOption.NOFOLLOW_LINKS).equals(user)) {
        return;
      }
      Path owner = candidate.resolve(OwnedDirectory.OWNER);
      if (!Files.isRegularFile(owner, LinkOption.NOFOLLOW_LINKS)) {
        return;
      }
      try (FileChannel channel =
              FileChannel.open(owner, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
          FileLock lock = channel.tryLock()) {
        if (lock != null) {
          remove(candidate);
        }
      }
    } catch (IOException | OverlappingFileLockException e) {
      // removed by another process, in use by this one, or not ours to remove
      return;
    }
  }

  /** The owner's file goes last, so that what an error leaves can still be told to be left. */
  static void remove(Path directory) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(directory, each -> !each.endsWith(OwnedDirectory.OWNER))) {
      for (Path each : all) {
        Directories.deleteAll(each);
      }
    }
    Directories.deleteAll(directory);
  }
}
