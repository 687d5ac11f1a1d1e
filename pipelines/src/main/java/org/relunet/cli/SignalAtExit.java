package org.relunet.cli;

import org.relunet.pipeline.stream.StopSignal;

/**
 * Stops a job in order when the process is told to end, an interrupt from the keyboard included.
 */
final class SignalAtExit implements AutoCloseable {
  private static final long LONGEST_MILLIS = 40_000;

  private final StopSignal signal = new StopSignal();
  private final Thread atExit = new Thread(this::stop, "relunet-stream-stop");

  SignalAtExit() {
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  StopSignal signal() {
    return signal;
  }

  private void stop() {
    try {
      signal.stop(LONGEST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // the process is ending: the hook is at work
      return;
    }
  }
}
