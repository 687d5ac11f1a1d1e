package org.relunet.contract.encoder;

import java.util.Arrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** The numbers of tensors, as arrays. */
final class TensorValues {
  private TensorValues() {}

  /** Of any rank, row-major. */
  static float[] flat(TFloat32 tensor) {
    float[] values = new float[Math.toIntExact(tensor.size())];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }

  /** Of rank 3. */
  static float[][][] nested(TFloat32 tensor) {
    int rows = Math.toIntExact(tensor.shape().get(1));
    int width = Math.toIntExact(tensor.shape().get(2));
    float[] flat = flat(tensor);
    float[][][] nested = new float[Math.toIntExact(tensor.shape().get(0))][rows][];
    for (int b = 0; b < nested.length; b++) {
      for (int row = 0; row < rows; row++) {
        int start = (b * rows + row) * width;
        nested[b][row] = Arrays.copyOfRange(flat, start, start + width);
      }
    }
    return nested;
  }

  /** Of rank 3; belongs to the caller. */
  static TFloat32 tensor(float[][][] nested) {
    int rows = nested[0].length;
    int width = nested[0][0].length;
    float[] flat = new float[nested.length * rows * width];
    for (int b = 0; b < nested.length; b++) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(nested[b][row], 0, flat, (b * rows + row) * width, width);
      }
    }
    return TFloat32.tensorOf(Shape.of(nested.length, rows, width), DataBuffers.of(flat));
  }
}
