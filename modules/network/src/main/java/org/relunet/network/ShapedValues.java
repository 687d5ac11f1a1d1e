package org.relunet.network;

import org.tensorflow.ndarray.Shape;

/**
 * Values of a parameter.
 *
 * @param values in row-major order, as many as the shape holds
 */
public record ShapedValues(Shape shape, float[] values) {
  public ShapedValues {
    if (shape.size() != values.length) {
      throw new IllegalArgumentException(
          "a parameter of shape %s has %d values".formatted(shape, values.length));
    }
  }

  /**
   * These values within larger ones: the first units of every axis that has more of them keep what
   * they had. An axis that holds several values for each of the schema's relations, as CasRel's
   * starts and ends do, consists of as many blocks, which grow each.
   *
   * @param grown what new units begin with; of as many axes, none of them shorter
   * @param relations number of relations that these are for
   * @param grownRelations number of relations that {@code grown} is for
   * @throws IllegalArgumentException if these do not fit
   */
  public float[] within(ShapedValues grown, int relations, int grownRelations) {
    int rank = shape.numDimensions();
    if (grown.shape.numDimensions() != rank) {
      throw new IllegalArgumentException("shape %s is none of %s".formatted(shape, grown.shape));
    }
    long[][] places = new long[rank][];
    for (int axis = 0; axis < rank; axis++) {
      places[axis] = places(shape.get(axis), grown.shape.get(axis), relations, grownRelations);
    }
    float[] result = grown.values.clone();
    long[] index = new long[rank];
    for (float value : values) {
      long offset = 0;
      for (int axis = 0; axis < rank; axis++) {
        offset = offset * grown.shape.get(axis) + places[axis][Math.toIntExact(index[axis])];
      }
      result[Math.toIntExact(offset)] = value;
      for (int axis = rank - 1; axis >= 0 && ++index[axis] == shape.get(axis); axis--) {
        index[axis] = 0;
      }
    }
    return result;
  }

  /** Where each unit of an axis stands in the grown one. */
  private long[] places(long size, long grownSize, int relations, int grownRelations) {
    if (grownSize < size) {
      throw new IllegalArgumentException(
          "an axis of %d units does not fit into one of %d".formatted(size, grownSize));
    }
    boolean ofRelations = size % relations == 0 && grownSize == size / relations * grownRelations;
    long block = ofRelations ? relations : size;
    long grownBlock = ofRelations ? grownRelations : grownSize;
    long[] places = new long[Math.toIntExact(size)];
    for (int unit = 0; unit < places.length; unit++) {
      places[unit] = unit / block * grownBlock + unit % block;
    }
    return places;
  }
}
