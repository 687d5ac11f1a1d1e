package org.relunet.pipeline.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-8 that refuses what is none, instead of putting replacement characters in its place. */
public final class StrictUtf8 {
  private StrictUtf8() {}

  /**
   * @throws BadRecordException if the bytes are not UTF-8; names the first wrong byte
   */
  public static String decode(byte[] bytes) throws BadRecordException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new BadRecordException(
          "not valid UTF-8 at byte %d (0x%02X)%s"
              .formatted(
                  in.position(),
                  bytes[in.position()],
                  Utf16.of(bytes)
                      .map(charset -> "; it looks like " + Utf16.conversion(charset))
                      .orElse("")));
    }
    return out.flip().toString();
  }

  /** The text, or nothing if the bytes are not UTF-8. */
  public static Optional<String> tryDecode(byte[] bytes) {
    try {
      return Optional.of(decode(bytes));
    } catch (BadRecordException e) {
      return Optional.empty();
    }
  }
}
