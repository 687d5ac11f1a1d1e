package org.relunet.corpus.format;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads places in a text, in the unit of the file. */
final class Offsets {
  private Offsets() {}

  /** The number under a key. */
  static int read(JsonNode entity, String key, OffsetUnit unit) throws RecordProblem {
    JsonNode value = RecordShape.member(entity, key);
    // The upper half is left free, so that a position beyond the text cannot overflow.
    if (!value.canConvertToInt() || value.intValue() < unit.first() || value.intValue() > 1 << 30) {
      throw new RecordProblem(
          "'"
              + key
              + "' must count from "
              + unit.first()
              + ", but is "
              + RecordShape.describe(value)
              + "; leave out both 'start' and 'end' where the place is not known");
    }
    if (!value.isIntegralNumber()) {
      throw new RecordProblem("'" + key + "' must be a whole number, but is " + value);
    }
    return value.intValue();
  }
}
