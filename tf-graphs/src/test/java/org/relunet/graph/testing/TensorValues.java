package org.relunet.graph.testing;

import org.tensorflow.Tensor;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Reads tensors. */
public final class TensorValues {
  private TensorValues() {}

  /** The elements in row-major order; truth values are 0 and 1. */
  public static float[] of(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.shape().size())];
    int[] at = {0};
    if (values.length == 0) {
      return values;
    }
    if (tensor instanceof TFloat32 floats) {
      floats.scalars().forEach(scalar -> values[at[0]++] = scalar.getFloat());
    } else if (tensor instanceof TInt32 integers) {
      integers.scalars().forEach(scalar -> values[at[0]++] = scalar.getInt());
    } else {
      ((TBool) tensor).scalars().forEach(scalar -> values[at[0]++] = scalar.getBoolean() ? 1 : 0);
    }
    return values;
  }
}
