package org.relunet.encoder.transformer.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A type of number that weights are stored in, little-endian. */
public enum ElementType {
  /** IEEE 754 single precision. */
  FLOAT32(4) {
    @Override
    void decode(ByteBuffer source, float[] target) {
      source.asFloatBuffer().get(target);
    }
  },
  /** IEEE 754 half precision. */
  FLOAT16(2) {
    @Override
    void decode(ByteBuffer source, float[] target) {
      for (int i = 0; i < target.length; i++) {
        target[i] = HalfPrecision.toFloat(source.getShort(2 * i));
      }
    }
  },
  /** The upper half of single precision. */
  BFLOAT16(2) {
    @Override
    void decode(ByteBuffer source, float[] target) {
      for (int i = 0; i < target.length; i++) {
        target[i] = Float.intBitsToFloat(source.getShort(2 * i) << 16);
      }
    }
  };

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /**
   * All numbers of a region.
   *
   * @param source {@code elements * bytes()} bytes
   */
  public float[] decode(ByteBuffer source, int elements) {
    ByteBuffer numbers = source.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (numbers.remaining() != (long) elements * bytes) {
      throw new IllegalArgumentException(
          elements + " numbers of type " + this + " in " + numbers.remaining() + " bytes");
    }
    float[] target = new float[elements];
    decode(numbers, target);
    return target;
  }

  abstract void decode(ByteBuffer source, float[] target);
}
