package org.relunet.encoder.transformer.weight;

import java.util.List;
import java.util.SplittableRandom;
import org.relunet.graph.parameter.Initializer;
import org.tensorflow.ndarray.Shape;

/** One parameter made of several that were separate in the source. */
public final class FusedWeights {
  private FusedWeights() {}

  /**
   * Parameters of equal shape side by side along the last axis.
   *
   * @param parts of n parts, each [rows..., columns / n]
   */
  public static Initializer alongLastAxis(List<Initializer> parts) {
    return (shape, random) -> concatenate(parts, shape, random);
  }

  private static float[] concatenate(
      List<Initializer> parts, Shape shape, SplittableRandom random) {
    int columns = Math.toIntExact(shape.get(shape.numDimensions() - 1));
    int width = columns / parts.size();
    float[] fused = new float[Math.toIntExact(shape.size())];
    int rows = fused.length / columns;
    Shape partShape = shape.take(shape.numDimensions() - 1).append(width);
    for (int part = 0; part < parts.size(); part++) {
      float[] values = parts.get(part).values(partShape, random.split());
      for (int row = 0; row < rows; row++) {
        System.arraycopy(values, row * width, fused, row * columns + part * width, width);
      }
    }
    return fused;
  }
}
