package org.relunet.encoder.transformer.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementTypeTest {
  private static float half(int bits) {
    ByteBuffer bytes = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN);
    return ElementType.FLOAT16.decode(bytes.putShort((short) bits).flip(), 1)[0];
  }

  @ParameterizedTest
  @CsvSource({
    "0x0000, 0.0",
    "0x8000, -0.0",
    "0x3c00, 1.0",
    "0xbc00, -1.0",
    "0x3555, 0.33325195",
    "0x7bff, 65504.0",
    "0x0001, 5.9604645E-8",
    "0x83ff, -6.097555E-5",
    "0x0400, 6.1035156E-5",
    "0x7c00, Infinity",
    "0xfc00, -Infinity",
    "0x7e00, NaN",
  })
  void knowsEveryKindOfHalfPrecisionNumber(String bits, Float expected) {
    assertThat(half(Integer.decode(bits))).isEqualTo(expected);
  }

  @Test
  void agreesWithArithmeticOnAllOrdinaryHalfPrecisionNumbers() {
    for (int bits = 0x0400; bits < 0x7c00; bits++) {
      double expected = Math.scalb(1 + (bits & 0x3ff) / 1024.0, (bits >>> 10) - 15);
      assertThat(half(bits)).isEqualTo((float) expected);
      assertThat(half(bits | 0x8000)).isEqualTo((float) -expected);
    }
  }

  @Test
  void refusesARegionOfAnotherSize() {
    assertThatThrownBy(() -> ElementType.FLOAT32.decode(ByteBuffer.allocate(7), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 numbers of type FLOAT32 in 7 bytes");
  }
}
