package org.relunet.pipeline.embedded;

import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.flink.util.SerializedThrowable;

/** Finds what a failure is about. */
public final class RootCause {
  private RootCause() {}

  /** The cause under what Beam, Flink and the JDK's executors wrap around it. */
  public static Throwable of(Throwable failure) {
    Throwable at = opened(failure);
    while (at.getCause() != null && isWrapping(at)) {
      at = opened(at.getCause());
    }
    return at;
  }

  /** It in a line: its kind, and what it says. */
  public static String inWords(Throwable failure) {
    Throwable cause = of(failure);
    String message = cause.getMessage() == null ? "" : cause.getMessage().strip();
    String first = message.lines().findFirst().orElse("");
    String kind = cause.getClass().getSimpleName();
    return first.isEmpty() ? kind : kind + ": " + first;
  }

  private static Throwable opened(Throwable failure) {
    return failure instanceof SerializedThrowable serialized
        ? serialized.deserializeError(Thread.currentThread().getContextClassLoader())
        : failure;
  }

  private static boolean isWrapping(Throwable failure) {
    String name = failure.getClass().getName();
    return name.startsWith("org.apache.beam.")
        || name.startsWith("org.apache.flink.")
        || failure instanceof CompletionException
        || failure instanceof ExecutionException
        || failure instanceof UncheckedIOException
        || failure.getClass() == RuntimeException.class
        || failure.getClass() == Exception.class;
  }
}
