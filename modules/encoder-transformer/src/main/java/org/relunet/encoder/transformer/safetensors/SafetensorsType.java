package org.relunet.encoder.transformer.safetensors;

import java.util.Optional;
import org.relunet.encoder.transformer.tensor.ElementType;

/** The element types that the format knows; only some can hold weights. */
enum SafetensorsType {
  F64(8),
  F32(ElementType.FLOAT32),
  F16(ElementType.FLOAT16),
  BF16(ElementType.BFLOAT16),
  I64(8),
  I32(4),
  I16(2),
  I8(1),
  U64(8),
  U32(4),
  U16(2),
  U8(1),
  BOOL(1);

  private final int bytes;
  private final Optional<ElementType> numbers;

  SafetensorsType(int bytes) {
    this.bytes = bytes;
    this.numbers = Optional.empty();
  }

  SafetensorsType(ElementType numbers) {
    this.bytes = numbers.bytes();
    this.numbers = Optional.of(numbers);
  }

  int bytes() {
    return bytes;
  }

  Optional<ElementType> numbers() {
    return numbers;
  }
}
