package org.relunet.graph.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat16;

/**
 * Lines that TensorFlow's library writes once a process, which mean nothing to a user. When it runs
 * its first graph: a note on a pass that is off, and Abseil's warning about itself before it. When
 * it runs the first operation on half precision, as where weights are stored in it: an "error",
 * that oneDNN leaves these to TensorFlow's own code on this processor. No level of {@code
 * TF_CPP_MIN_LOG_LEVEL} leaves out the notes (3 leaves out errors, and these should be seen), and
 * the functions that would set Abseil's level are not exported. So a graph of one operation on half
 * precision draws them, with standard error led aside; whatever else was written there is passed
 * on.
 */
public final class FirstNotes {
  private static final String LEVEL = "TF_CPP_MIN_LOG_LEVEL";

  /** System property of a program that owns its standard error; a library leaves it to its host. */
  private static final String OWNED = "relunet.standard-error.owned";

  private static final List<String> NOTES =
      List.of(
          "WARNING: All log messages before absl::InitializeLog() is called are written to STDERR",
          "MLIR V1 optimization pass is not enabled",
          "oneDNN supports DT_HALF only on platforms with AVX-512");

  private static final AtomicBoolean DRAWN = new AtomicBoolean();

  private FirstNotes() {}

  /**
   * Draws the notes, before the process's first session. Where the level asks for notes, or the
   * process is somebody else's, does nothing.
   *
   * @param settings of the session to come: the first one's threads are those of all
   */
  public static void draw(ConfigProto settings) {
    String level = System.getenv(LEVEL);
    if (level == null || level.equals("0") || !Boolean.getBoolean(OWNED) || DRAWN.getAndSet(true)) {
      return;
    }
    try {
      for (String line : StandardError.during(() -> runOnHalves(settings))) {
        if (NOTES.stream().noneMatch(line::contains)) {
          StandardError.write(line);
        }
      }
    } catch (IOException | UncheckedIOException | UnsatisfiedLinkError e) {
      // they appear then, which is no reason not to work
    }
  }

  private static void runOnHalves(ConfigProto settings) {
    try (Graph graph = new Graph();
        TFloat16 one = TFloat16.tensorOf(Shape.of(1, 1), values -> values.setFloat(1, 0, 0))) {
      Ops tf = Ops.create(graph);
      Placeholder<TFloat16> given = tf.placeholder(TFloat16.class); // a constant would be folded
      Operand<TFloat16> product = tf.linalg.matMul(given, given);
      try (Session session = new Session(graph, settings)) {
        session.runner().feed(given, one).fetch(product).run().close();
      }
    }
  }
}
