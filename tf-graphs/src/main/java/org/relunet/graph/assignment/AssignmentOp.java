package org.relunet.graph.assignment;

import org.relunet.graph.part.GraphContext;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The {@link HungarianAlgorithm} as a TensorFlow operation, whose kernel is Java code that
 * TensorFlow calls in the middle of a run, on the CPU. A batch is solved on one thread; 32 problems
 * of 8 x 8 take well under a millisecond.
 *
 * <p>The operation exists in this process only. A graph that holds it can be imported (or a
 * SavedModel loaded) only after {@link #register()}, and never by another runtime: leave it out of
 * graphs that are exported.
 */
public final class AssignmentOp {
  /** The operation's type in a graph. */
  public static final String NAME = "RelunetAssignment";

  private AssignmentOp() {}

  /**
   * Makes the operation known to TensorFlow. {@link #build} does it by itself; needed before a
   * graph with the operation is imported. Any thread, any number of times.
   *
   * @throws IllegalStateException if the interface to TensorFlow's library cannot be bound
   */
  public static void register() {
    AssignmentRegistration.ensure();
  }

  /** As {@link #build(Ops, Operand, Operand)}, named below the context. */
  public static Operand<TInt32> build(
      GraphContext context, Operand<TFloat32> cost, Operand<TInt32> rows) {
    return build(context.tf(), cost, rows);
  }

  /**
   * Adds the operation. No gradient passes: the cost is read through stopGradient.
   *
   * <p>A run fails with TensorFlow's invalid-argument exception where a cost of a real row is NaN
   * or infinite, naming sentence, row and column, or where {@code rows} does not fit.
   *
   * @param cost [B, M, C]; of no consequence in padded rows
   * @param rows [B] the number m &lt;= M of real rows of each sentence, which come first
   * @return [B, M] the column of each row; -1 for padded rows, and for those left over if m &gt; C
   */
  public static Operand<TInt32> build(Ops tf, Operand<TFloat32> cost, Operand<TInt32> rows) {
    Shapes.requireRank("assignment cost", cost, 3);
    Shapes.requireRank("assignment rows", rows, 1);
    if (!(tf.scope().env() instanceof Graph)) {
      throw new IllegalArgumentException("an assignment can be built in a graph only");
    }
    register();
    return tf.scope()
        .opBuilder(NAME, "Assignment")
        .addInput(tf.stopGradient(cost).asOutput())
        .addInput(rows.asOutput())
        .build()
        .output(0);
  }
}
