package org.relunet.encoder.transformer.tensor;

/** IEEE 754 binary16: a sign bit, 5 bits of exponent (bias 15), 10 bits of fraction. */
final class HalfPrecision {
  private static final int SIGN = 0x8000;
  private static final int EXPONENT = 0x1f;
  private static final int FRACTION = 0x3ff;
  private static final float SMALLEST_SUBNORMAL = 0x1p-24f;

  private HalfPrecision() {}

  /** Exact: every half-precision number is one of single precision. */
  static float toFloat(short half) {
    int exponent = half >>> 10 & EXPONENT;
    int fraction = half & FRACTION;
    if (exponent == 0) {
      float magnitude = fraction * SMALLEST_SUBNORMAL;
      return (half & SIGN) == 0 ? magnitude : -magnitude;
    }
    int singleExponent = exponent == EXPONENT ? 0xff : exponent - 15 + 127;
    return Float.intBitsToFloat((half & SIGN) << 16 | singleExponent << 23 | fraction << 13);
  }
}
