package org.relunet.network;

import java.nio.ByteBuffer;

/** Numbers of IEEE 754's half precision, which Java knows from version 20 on. */
final class HalfPrecision {
  private static final int EXPONENT_BIAS_DIFFERENCE = 127 - 15;

  private HalfPrecision() {}

  /** Reads as many as there is room for; every half is a float. */
  static void read(ByteBuffer bytes, float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = value(bytes.getShort());
    }
  }

  static float value(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = half >> 10 & 0x1f;
    int fraction = half & 0x3ff;
    if (exponent == 0) { // zero and subnormal numbers, steps of 2^-24
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int floatExponent = exponent == 0x1f ? 0xff : exponent + EXPONENT_BIAS_DIFFERENCE;
    return Float.intBitsToFloat(sign | floatExponent << 23 | fraction << 13);
  }
}
