package org.relunet.common.replacement;

import java.io.IOException;
import java.io.OutputStream;

/** What a file is to hold. */
@FunctionalInterface
public interface Content {
  /** Writes all of it; the stream is closed by the caller. */
  void writeTo(OutputStream out) throws IOException;
}
