package org.relunet.common.claim;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import org.relunet.common.directories.Directories;
import org.relunet.common.directories.PrivateFiles;

/**
 * A hidden directory of this process and its user alone, which goes when it is closed. A process
 * that is killed leaves it behind; the next one that makes such a directory in the same place takes
 * it away.
 */
public final class OwnedDirectory implements Closeable {
  static final String PREFIX = ".relunet-";

  /** The file that a living owner has locked. */
  static final String OWNER = "owner";

  private final Path path;
  private final FileChannel owner;

  private OwnedDirectory(Path path, FileChannel owner) {
    this.path = path;
    this.owner = owner;
  }

  /**
   * Makes one, and removes what dead processes have left there.
   *
   * @param parent exists
   */
  public static OwnedDirectory createIn(Path parent) throws IOException {
    Path place = parent.toAbsolutePath();
    Path path = place.resolve(PREFIX + ProcessName.ofThis() + "-" + UUID.randomUUID());
    // locked before it has the name by which leftovers are known
    Path unnamed = PrivateFiles.createDirectory(place.resolve(PREFIX + "new-" + UUID.randomUUID()));
    FileChannel owner;
    try {
      owner = lock(unnamed.resolve(OWNER));
      Files.move(unnamed, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Directories.deleteAll(unnamed);
      throw e;
    }
    Leftovers.removeIn(place, Files.getOwner(path));
    return new OwnedDirectory(path, owner);
  }

  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PrivateFiles.fileAttributes(file));
    try {
      channel.tryLock();
    } catch (IOException e) {
      // A file system without locks: nobody can tell that the owner is dead, nor try to.
      return channel;
    }
    return channel;
  }

  /** Absolute. */
  public Path path() {
    return path;
  }

  /** Deletes the directory and all in it. */
  @Override
  public void close() throws IOException {
    try (owner) {
      Leftovers.remove(path);
    }
  }

  /** As {@link #close}, but what cannot be deleted is left to the next process. */
  public void closeQuietly() {
    try {
      close();
    } catch (IOException | UncheckedIOException e) {
      // Another thread may still write into it. The lock goes with the process.
      return;
    }
  }
}
