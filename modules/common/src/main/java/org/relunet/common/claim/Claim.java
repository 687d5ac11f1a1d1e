package org.relunet.common.claim;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.relunet.common.directories.PrivateFiles;

/**
 * What one of several processes has taken in hand: a lock on a file, which is there as long as the
 * claim. The operating system ends the claim of a process that is killed or told to end, and leaves
 * the file, which is empty, to whoever claims it next.
 */
public final class Claim implements Closeable {
  /**
   * What this process has claimed. POSIX takes a process's lock away as soon as that process closes
   * the file through any descriptor, so a second one must not even be opened.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private Claim(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Empty where somebody else has it, in this process or another.
   *
   * @throws IOException if the file cannot be written, or its file system has no locks
   */
  public static Optional<Claim> tryOn(Path file) throws IOException {
    return claim(real(file), false);
  }

  /** Waits until no other process has it; to be had once in a process. */
  public static Claim on(Path file) throws IOException {
    return claim(real(file), true)
        .orElseThrow(() -> new IllegalStateException("this process has claimed " + file));
  }

  private static Optional<Claim> claim(Path file, boolean wait) throws IOException {
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    boolean claimed = false;
    try {
      while (true) {
        FileChannel channel = open(file);
        FileLock lock;
        try {
          lock = wait ? channel.lock() : channel.tryLock();
        } catch (IOException | RuntimeException e) {
          channel.close();
          throw e;
        }
        if (lock != null && isStill(file, channel)) {
          claimed = true;
          return Optional.of(new Claim(file, channel));
        }
        channel.close();
        if (lock == null) {
          return Optional.empty();
        }
        // who had it before has deleted the file meanwhile
      }
    } finally {
      if (!claimed) {
        HELD.remove(file);
      }
    }
  }

  private static FileChannel open(Path file) throws IOException {
    FileAttribute<?>[] attributes = PrivateFiles.fileAttributes(file);
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
        attributes);
  }

  /**
   * Whether the name leads to the file that was opened: its length is made one that no other has.
   * It cannot be looked into by its name, see {@link #HELD}.
   */
  private static boolean isStill(Path file, FileChannel channel) throws IOException {
    long last = ThreadLocalRandom.current().nextLong(1L << 31);
    channel.write(ByteBuffer.allocate(1), last);
    try {
      return Files.size(file) == last + 1;
    } catch (NoSuchFileException e) {
      return false;
    } finally {
      channel.truncate(0);
    }
  }

  private static Path real(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    PrivateFiles.createDirectories(absolute.getParent());
    return absolute.getParent().toRealPath().resolve(absolute.getFileName());
  }

  /** Gives it up, and removes the file. */
  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(file);
    } finally {
      HELD.remove(file);
    }
  }
}
