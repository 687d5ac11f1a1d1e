package org.relunet.corpus.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;

/** Reads places in a text, in the unit of the file. */
final class Offsets {
  private static final int LARGEST = 1 << 30;

  private Offsets() {}

  /** The number under a key. */
  static int read(JsonNode entity, String key, OffsetUnit unit) throws RecordProblem {
    JsonNode value = RecordShape.member(entity, key);
    if (!value.isNumber()) {
      throw new RecordProblem(
          "'%s' must be a whole number, but is %s; leave out both 'start' and 'end' where the place is not known"
              .formatted(key, RecordShape.describe(value)));
    }
    if (!value.isIntegralNumber()) {
      throw new RecordProblem(
          "'%s' must be a whole number, but is %s".formatted(key, RecordShape.describe(value)));
    }
    if (value.bigIntegerValue().compareTo(BigInteger.valueOf(unit.first())) < 0) {
      throw new RecordProblem(
          "'%s' must count from %d, but is %s; leave out both 'start' and 'end' where the place is not known"
              .formatted(key, unit.first(), RecordShape.describe(value)));
    }
    // the upper half is left free, so that a position beyond the text cannot overflow
    if (!value.canConvertToInt() || value.intValue() > LARGEST) {
      throw new RecordProblem(
          "'%s' is %s, and no text has more than %d characters"
              .formatted(key, RecordShape.describe(value), LARGEST));
    }
    return value.intValue();
  }
}
