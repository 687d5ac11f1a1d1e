package org.relunet.corpus.format;

import com.fasterxml.jackson.databind.JsonNode;
import org.relunet.corpus.AnnotatedText;

/** One record of the project's own format that stands in no file, such as a message. */
public final class AnnotatedRecord {
  private static final RecordShape SHAPE = new RelunetShape(OffsetUnit.CODE_POINTS);

  private AnnotatedRecord() {}

  /**
   * Reads a record.
   *
   * @param fallbackId of a record without one
   * @throws IllegalArgumentException if it is malformed: the message names the key
   */
  public static AnnotatedText read(JsonNode record, String fallbackId) {
    try {
      return SHAPE.read(record, fallbackId);
    } catch (RecordProblem e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
