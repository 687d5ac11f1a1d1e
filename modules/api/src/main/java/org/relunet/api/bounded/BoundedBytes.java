package org.relunet.api.bounded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a whole file or stream that may have a given size at most.
 *
 * @param most bytes
 */
public record BoundedBytes(int most) {
  /**
   * All bytes of the stream, which the caller closes.
   *
   * @throws TooLargeException if there are more
   */
  public byte[] read(InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(most);
    if (bytes.length == most && content.read() >= 0) {
      throw new TooLargeException("it has more than " + most + " bytes, the most that are read");
    }
    return bytes;
  }

  /**
   * All bytes of the file.
   *
   * @throws TooLargeException if there are more
   */
  public byte[] read(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return read(content);
    }
  }

  /**
   * The file's text.
   *
   * @throws TooLargeException if it has more bytes
   * @throws CharacterCodingException if it is not UTF-8
   */
  public String readText(Path file) throws IOException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read(file))).toString();
  }
}
