package org.relunet.pipeline.result;

import java.io.ByteArrayOutputStream;
import org.relunet.api.triple.Extraction;
import org.relunet.pipeline.input.RecordLocation;

/** Writes what was extracted from one document. */
public interface ResultEncoder {
  /**
   * Appends whole lines.
   *
   * @param location the record that the document was read from
   * @throws RuntimeException if the extraction does not fit its document
   */
  void encode(RecordLocation location, Extraction extraction, ByteArrayOutputStream out);
}
