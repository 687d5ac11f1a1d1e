package org.relunet.pipeline.input;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/**
 * Where a record stands.
 *
 * @param source the file
 * @param line number of the line, from 1; 0 where the record is a whole file
 * @param offset first byte
 * @param length bytes, without the line's end
 */
public record RecordLocation(Source source, long line, long offset, long length)
    implements Serializable {
  /** The longest record that is read: 64 MiB. */
  public static final long MAXIMUM_BYTES = 64L << 20;

  public boolean oversized() {
    return length > MAXIMUM_BYTES;
  }

  /** The id of a document that has none of its own: the source's name, and the line if any. */
  public String defaultId() {
    return line == 0 ? source.name() : source.name() + ":" + line;
  }

  /** The record's bytes, read again; none if it is {@link #oversized}. */
  public byte[] read() throws IOException {
    if (oversized()) {
      return new byte[0];
    }
    try (FileChannel file = FileChannel.open(source.path(), StandardOpenOption.READ)) {
      ByteBuffer bytes = ByteBuffer.allocate((int) length);
      file.position(offset);
      while (bytes.hasRemaining()) {
        if (file.read(bytes) < 0) {
          throw new IOException(source.location() + " became shorter while it was read");
        }
      }
      return bytes.array();
    }
  }
}
