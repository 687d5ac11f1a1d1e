package org.relunet.pipeline.record;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells UTF-16, whose Latin characters are UTF-8 too, with a zero character behind or before each.
 */
public final class Utf16 {
  private Utf16() {}

  /** Told by a mark, or by the zero bytes of two first characters below U+0100. */
  public static Optional<Charset> of(byte[] bytes) {
    if (bytes.length < 2) {
      return Optional.empty();
    }
    int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    boolean two = bytes.length >= 4;
    if (first == 0xFEFF
        || two && bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (first == 0xFFFE
        || two && bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return Optional.empty();
  }

  /** Its name in a message, with what makes UTF-8 of it. */
  static String conversion(Charset charset) {
    return "UTF-16: convert it with iconv -f %s -t UTF-8".formatted(charset);
  }
}
