package org.relunet.pipeline.cluster.local;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server's process. The time of its start tells it from a later process that got the same id.
 *
 * @param name the server's name
 * @param pid the process's id
 * @param started when the process started
 */
public record RunningServer(String name, long pid, Instant started) {
  private static final int SECONDS_TO_END = 10;

  static RunningServer of(String name, ProcessHandle process) {
    return new RunningServer(name, process.pid(), start(process).orElse(Instant.EPOCH));
  }

  public boolean isAlive() {
    return process().isPresent();
  }

  /** Asks it to end, and after a while ends it. */
  void stop() {
    process()
        .ifPresent(
            process -> {
              process.destroy();
              if (!ends(process)) {
                process.destroyForcibly();
                ends(process);
              }
            });
  }

  /** Ends it without a chance to put anything in order. */
  void kill() {
    process()
        .ifPresent(
            process -> {
              process.destroyForcibly();
              ends(process);
            });
  }

  private Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> start(process).equals(Optional.of(started)));
  }

  private static Optional<Instant> start(ProcessHandle process) {
    return process.info().startInstant();
  }

  private static boolean ends(ProcessHandle process) {
    try {
      process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
