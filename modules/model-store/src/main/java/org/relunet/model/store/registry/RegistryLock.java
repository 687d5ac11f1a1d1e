package org.relunet.model.store.registry;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.relunet.common.claim.Claim;
import org.relunet.common.directories.Directories;

/** Lets one process, and one thread of it, change a registry at a time. */
final class RegistryLock {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final long MILLIS_BETWEEN_LOOKS = 20;

  private final Path file;
  private final Duration longestWait;

  RegistryLock(Path registry) {
    this(registry, LONGEST_WAIT);
  }

  RegistryLock(Path registry, Duration longestWait) {
    file = registry.resolve(".lock");
    this.longestWait = longestWait;
  }

  /** What is done while nobody else changes the registry. */
  interface Action<T> {
    T run() throws IOException;
  }

  /**
   * Waits until nobody else has it: changes take milliseconds.
   *
   * @throws IOException if somebody keeps it longer than any change takes
   */
  <T> T hold(Action<T> action) throws IOException {
    Claim claim = take();
    try {
      return action.run();
    } finally {
      claim.close();
    }
  }

  private Claim take() throws IOException {
    // an ordinary directory: the lock's own would be its user's alone
    Directories.create(file.toAbsolutePath().getParent());
    long deadline = System.nanoTime() + longestWait.toNanos();
    while (true) {
      String holder = "another process";
      try {
        Optional<Claim> claim = Claim.tryOn(file);
        if (claim.isPresent()) {
          return claim.get();
        }
      } catch (AccessDeniedException e) {
        // while another user has it, its file is that user's alone
        holder = "another user";
      }
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "the registry has been locked by %s for %d seconds; end it, and if there is none, remove %s"
                .formatted(holder, longestWait.toSeconds(), file));
      }
      pause();
    }
  }

  private void pause() throws IOException {
    try {
      Thread.sleep(MILLIS_BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + file, e);
    }
  }
}
