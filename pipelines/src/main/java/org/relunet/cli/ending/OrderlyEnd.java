package org.relunet.cli.ending;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What is done when the process is told to end, before anything of it does: libraries begin to shut
 * down only afterwards. Thread-safe.
 */
public final class OrderlyEnd {
  private final Deque<Step> steps = new ArrayDeque<>();
  private OptionalInt status = OptionalInt.empty();
  private boolean leaving;

  /** Something to be done, as long as it is not closed. */
  public final class Step implements AutoCloseable {
    private final String message;
    private final Runnable work;

    private Step(String message, Runnable work) {
      this.message = message;
      this.work = work;
    }

    @Override
    public void close() {
      synchronized (OrderlyEnd.this) {
        steps.remove(this);
      }
    }
  }

  /**
   * Adds a step, which comes before those that are there.
   *
   * @param message told when it is done, for a person
   * @param work bounded in time
   */
  public synchronized Step first(String message, Runnable work) {
    Step step = new Step(message, work);
    steps.addFirst(step);
    return step;
  }

  /** A step that only says something. */
  public Step say(String message) {
    return first(message, () -> {});
  }

  /**
   * Does all steps; then the process is to be left with the status.
   *
   * @param reason what told it to end
   * @return false if this was begun before, and nothing is done
   */
  boolean run(String reason, int exitStatus, Consumer<String> messages) {
    Deque<Step> all;
    synchronized (this) {
      if (status.isPresent()) {
        return false;
      }
      status = OptionalInt.of(exitStatus);
      all = new ArrayDeque<>(steps);
    }
    if (all.isEmpty()) {
      messages.accept("ended by " + reason);
    }
    for (Step step : all) {
      messages.accept(reason + ": " + step.message);
      try {
        step.work.run();
      } catch (RuntimeException e) {
        messages.accept("warning: not ended in order: " + e);
      }
    }
    synchronized (this) {
      leaving = true;
    }
    return true;
  }

  /**
   * With what status the process ends: that of what told it to, if anything did.
   *
   * @param otherwise status of the command
   */
  public synchronized int status(int otherwise) {
    return status.orElse(otherwise);
  }

  /** Whether the process is being left, so that what fails now was cut off. */
  public synchronized boolean leaving() {
    return leaving;
  }
}
