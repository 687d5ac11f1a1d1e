package org.relunet.pipeline.result;

import java.io.ByteArrayOutputStream;
import org.relunet.api.triple.Extraction;

/** Writes what was extracted from one document. */
public interface ResultEncoder {
  /**
   * Appends whole lines.
   *
   * @throws RuntimeException if the extraction does not fit its document
   */
  void encode(Extraction extraction, ByteArrayOutputStream out);
}
