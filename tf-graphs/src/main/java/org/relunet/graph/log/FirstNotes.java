package org.relunet.graph.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;

/**
 * Two lines that TensorFlow's library writes when a process runs its first graph: a note on a pass
 * that is off, and Abseil's warning about itself before it. No level of {@code
 * TF_CPP_MIN_LOG_LEVEL} leaves them out (3 leaves out errors, but not these), and the functions
 * that would set Abseil's level are not exported. They come once a process, so a graph of one
 * constant draws them, with standard error led aside; whatever else was written there is passed on.
 */
public final class FirstNotes {
  private static final String LEVEL = "TF_CPP_MIN_LOG_LEVEL";

  private static final List<String> NOTES =
      List.of(
          "WARNING: All log messages before absl::InitializeLog() is called are written to STDERR",
          "MLIR V1 optimization pass is not enabled");

  private static final AtomicBoolean DRAWN = new AtomicBoolean();

  private FirstNotes() {}

  /**
   * Draws the notes, before the process's first session; where the level asks for notes, does
   * nothing.
   *
   * @param settings of the session to come: the first one's threads are those of all
   */
  public static void draw(ConfigProto settings) {
    String level = System.getenv(LEVEL);
    if (level == null || level.equals("0") || DRAWN.getAndSet(true)) {
      return;
    }
    try {
      for (String line : StandardError.during(() -> runConstant(settings))) {
        if (NOTES.stream().noneMatch(line::contains)) {
          StandardError.write(line);
        }
      }
    } catch (IOException | UncheckedIOException | UnsatisfiedLinkError e) {
      // they appear then, which is no reason not to work
    }
  }

  private static void runConstant(ConfigProto settings) {
    try (Graph graph = new Graph();
        Session session = new Session(graph, settings)) {
      session.runner().fetch(Ops.create(graph).constant(0)).run().close();
    }
  }
}
