package org.relunet.encoder.transformer.weight;

import org.relunet.encoder.transformer.tensor.TensorArchive;
import org.relunet.encoder.transformer.tensor.TensorShape;
import org.relunet.encoder.transformer.tensor.WeightException;
import org.relunet.graph.parameter.Initializer;

/** An archive whose tensors are asked for together with the shape that they must have. */
record CheckedArchive(TensorArchive archive) {

  boolean has(String name) {
    return archive.names().contains(name);
  }

  /**
   * The tensor's values, read late.
   *
   * @throws WeightException if it is missing or has another shape
   */
  Initializer values(String name, TensorShape expected) {
    require(name, expected);
    return (shape, random) -> archive.values(name);
  }

  /** A matrix's values with rows and columns exchanged. */
  Initializer transposed(String name, int rows, int columns) {
    require(name, TensorShape.of(rows, columns));
    return (shape, random) -> transpose(archive.values(name), rows, columns);
  }

  private void require(String name, TensorShape expected) {
    TensorShape shape =
        archive
            .shape(name)
            .orElseThrow(
                () ->
                    new WeightException(
                        archive.origin()
                            + ": tensor "
                            + name
                            + " of shape "
                            + expected
                            + " is missing; do these weights belong to this configuration?"));
    if (!shape.equals(expected)) {
      throw new WeightException(
          archive.origin()
              + ": tensor "
              + name
              + " has shape "
              + shape
              + " but the configuration needs "
              + expected
              + "; do these weights belong to this configuration?");
    }
  }

  private static float[] transpose(float[] values, int rows, int columns) {
    float[] transposed = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        transposed[column * rows + row] = values[row * columns + column];
      }
    }
    return transposed;
  }
}
