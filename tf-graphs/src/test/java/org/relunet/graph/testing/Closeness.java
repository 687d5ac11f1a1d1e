package org.relunet.graph.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;

/** Compares rows of numbers, to 1e-5 where nothing else is said. */
public final class Closeness {
  /** What a result may change by when only padding or order does. */
  public static final float TOLERANCE = 1e-5f;

  private Closeness() {}

  /** The first rows of the actual ones are those expected; there may be more. */
  public static void assertStartsWith(float[][] actual, float[][] expected) {
    assertThat(actual.length).isGreaterThanOrEqualTo(expected.length);
    for (int row = 0; row < expected.length; row++) {
      assertThat(actual[row])
          .as("row %s", row)
          .containsExactly(expected[row], Offset.offset(TOLERANCE));
    }
  }

  /** The rows are those expected. */
  public static void assertClose(float[][] actual, float[][] expected) {
    assertThat(actual).hasNumberOfRows(expected.length);
    assertStartsWith(actual, expected);
  }

  /** The elements are those expected. */
  public static void assertClose(float[] actual, double... expected) {
    float[] singles = new float[expected.length];
    for (int i = 0; i < expected.length; i++) {
      singles[i] = (float) expected[i];
    }
    assertThat(actual).containsExactly(singles, Offset.offset(TOLERANCE));
  }
}
