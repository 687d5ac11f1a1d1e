package org.relunet.graph.shape;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;

/** Checks of what is known of an operand's shape while a graph is built. */
public final class Shapes {
  /** Stands for a size that is not known before a run: matches all. */
  public static final long ANY = Shape.UNKNOWN_SIZE;

  private Shapes() {}

  /**
   * @throws IllegalArgumentException if the operand has another number of axes
   */
  public static void requireRank(String name, Operand<?> operand, int rank) {
    Shape shape = operand.shape();
    if (!shape.isUnknown() && shape.numDimensions() != rank) {
      throw new IllegalArgumentException(
          name + ": expected rank " + rank + " but got shape " + shape);
    }
  }

  /**
   * @param expected one size an axis, {@link #ANY} where any is right
   * @throws IllegalArgumentException if a size known at both sides differs
   */
  public static void require(String name, Operand<?> operand, long... expected) {
    requireRank(name, operand, expected.length);
    Shape shape = operand.shape();
    if (shape.isUnknown()) {
      return;
    }
    for (int axis = 0; axis < expected.length; axis++) {
      long size = shape.get(axis);
      if (expected[axis] != ANY && size != Shape.UNKNOWN_SIZE && size != expected[axis]) {
        throw new IllegalArgumentException(
            name + ": expected shape " + Shape.of(expected) + " but got " + shape);
      }
    }
  }

  /** The size of the operand's last axis, which must be known. */
  public static int width(String name, Operand<?> operand) {
    Shape shape = operand.shape();
    boolean hasLastAxis = !shape.isUnknown() && shape.numDimensions() > 0;
    long width = hasLastAxis ? shape.get(shape.numDimensions() - 1) : Shape.UNKNOWN_SIZE;
    if (width == Shape.UNKNOWN_SIZE) {
      throw new IllegalArgumentException(name + ": the last axis of " + shape + " must be known");
    }
    return Math.toIntExact(width);
  }
}
