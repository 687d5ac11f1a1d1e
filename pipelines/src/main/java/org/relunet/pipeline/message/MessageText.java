package org.relunet.pipeline.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import org.relunet.pipeline.record.BadRecordException;
import org.relunet.pipeline.record.StrictUtf8;
import org.relunet.pipeline.record.Utf16;

/**
 * The characters of a message's value: UTF-8, or UTF-16 where its first bytes say so. A byte order
 * mark is no part of them, and neither is the frame that serializers of a schema registry put
 * before JSON: a zero byte and four bytes of schema id.
 */
final class MessageText {
  private static final int FRAME = 5;

  private MessageText() {}

  /**
   * @throws BadRecordException if they are no text, or framed and no JSON
   */
  static String of(byte[] value) throws BadRecordException {
    Optional<Charset> utf16 = Utf16.of(value);
    if (utf16.isPresent()) {
      return utf16(value, utf16.get());
    }
    if (value[0] == 0) {
      return framed(value);
    }
    String text = StrictUtf8.decode(value);
    String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    requireText(marked);
    return marked;
  }

  private static String utf16(byte[] value, Charset charset) throws BadRecordException {
    try {
      // a new decoder reports what is malformed
      String text = charset.newDecoder().decode(ByteBuffer.wrap(value)).toString();
      String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
      requireText(marked);
      return marked;
    } catch (CharacterCodingException e) {
      throw new BadRecordException("it looks like " + charset + ", but is none");
    }
  }

  private static String framed(byte[] value) throws BadRecordException {
    if (value.length > FRAME) {
      int schema = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
      byte[] framed = Arrays.copyOfRange(value, FRAME, value.length);
      String text = StrictUtf8.tryDecode(framed).orElse("");
      if (isObject(text)) {
        return text;
      }
      throw new BadRecordException(
          "framed by a serializer of a schema registry (zero byte, schema id %d) and no JSON object: Avro or Protobuf, which are not read; convert it to JSON"
              .formatted(schema));
    }
    throw new BadRecordException("begins with a zero byte: binary, no text");
  }

  private static void requireText(String text) throws BadRecordException {
    int at = text.indexOf('\0');
    if (at >= 0) {
      throw new BadRecordException("a zero character at place " + at + ": binary, no text");
    }
    if (!text.isEmpty() && text.charAt(0) < ' ' && !Character.isWhitespace(text.charAt(0))) {
      throw new BadRecordException(
          "begins with the control character U+%04X: binary, no text"
              .formatted((int) text.charAt(0)));
    }
  }

  /** Whether the first visible character is a brace. */
  static boolean isObject(String text) {
    return text.stripLeading().startsWith("{");
  }
}
