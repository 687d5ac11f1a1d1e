package org.relunet.graph.parameter;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * Real numbers as bytes: {@code (byte - 128) * scale}, with a scale for each index of the last
 * axis, which is that of a kernel's outputs. The largest magnitude under a scale is 127 steps, so a
 * value is at most half a step from what is kept.
 */
public final class ByteQuantization {
  /** What stands for zero, so that negative values fit an unsigned byte. */
  private static final float ZERO = 128f;

  /** The steps to either side of zero. */
  private static final float STEPS = 127f;

  private ByteQuantization() {}

  /** Name of the variable of a parameter's scales. */
  public static String scaleName(String parameter) {
    return parameter + ".byte_scale";
  }

  /**
   * The numbers that bytes stand for.
   *
   * @param bytes [..., d]
   * @param scale [d]
   */
  public static Operand<TFloat32> values(Ops tf, Operand<TUint8> bytes, Operand<TFloat32> scale) {
    Operand<TFloat32> steps = tf.math.sub(tf.dtypes.cast(bytes, TFloat32.class), tf.constant(ZERO));
    return tf.math.mul(steps, scale);
  }

  /**
   * As {@link #values(Ops, Operand, Operand)}, of a file and without TensorFlow; to the bit the
   * same.
   *
   * @param bytes in row-major order
   * @param scale for each index of the last axis
   * @param values to be filled
   */
  public static void read(ByteBuffer bytes, float[] scale, float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (Byte.toUnsignedInt(bytes.get()) - ZERO) * scale[i % scale.length];
    }
  }

  /**
   * The scale that uses all steps.
   *
   * @param values [..., d], of rank 2 or more
   * @return [d]
   */
  static Operand<TFloat32> scale(Ops tf, Operand<TFloat32> values) {
    int[] allButLast = IntStream.range(0, values.rank() - 1).toArray();
    Operand<TFloat32> largest = tf.max(tf.math.abs(values), tf.constant(allButLast));
    return tf.math.div(largest, tf.constant(STEPS));
  }

  /** The bytes nearest to the values; those for zero where the scale is zero. */
  static Operand<TUint8> bytes(Ops tf, Operand<TFloat32> values, Operand<TFloat32> scale) {
    Operand<TFloat32> steps = tf.math.rint(tf.math.divNoNan(values, scale));
    return tf.dtypes.cast(tf.math.add(steps, tf.constant(ZERO)), TUint8.class);
  }
}
