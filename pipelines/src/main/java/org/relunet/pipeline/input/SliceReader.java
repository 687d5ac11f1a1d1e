package org.relunet.pipeline.input;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the records of a slice one after another. A line ends with {@code \n} or {@code \r\n}; the
 * last line of a file needs no end. Memory: one record and a buffer.
 */
public final class SliceReader implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Slice slice;
  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private long position;
  private long line;
  private boolean wholeFileGiven;

  public SliceReader(Slice slice) throws IOException {
    this.slice = slice;
    this.file = FileChannel.open(slice.source().path(), StandardOpenOption.READ);
    this.position = slice.start();
    this.line = slice.firstLine();
    file.position(position);
  }

  /** The next record, empty after the last. */
  public Optional<RawRecord> next() throws IOException {
    return slice.source().format() == RecordFormat.TEXT ? wholeFile() : line();
  }

  private Optional<RawRecord> wholeFile() throws IOException {
    if (wholeFileGiven) {
      return Optional.empty();
    }
    wholeFileGiven = true;
    RecordLocation whole = new RecordLocation(slice.source(), 0, slice.start(), slice.length());
    return Optional.of(new RawRecord(whole, whole.read()));
  }

  private Optional<RawRecord> line() throws IOException {
    if (position == slice.end()) {
      return Optional.empty();
    }
    long start = position;
    long length = 0;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    boolean carriageReturn = false;
    boolean ended = false;
    while (!ended && position < slice.end()) {
      fill();
      int from = buffer.position();
      int at = from;
      while (at < buffer.limit() && buffer.get(at) != '\n') {
        at++;
      }
      ended = at < buffer.limit();
      int found = at - from;
      if (found > 0) {
        carriageReturn = buffer.get(at - 1) == '\r';
        length += found;
        // one byte more than allowed may be the carriage return
        if (length <= RecordLocation.MAXIMUM_BYTES + 1) {
          bytes.write(buffer.array(), from, found);
        }
      }
      int consumed = found + (ended ? 1 : 0);
      buffer.position(from + consumed);
      position += consumed;
    }
    if (ended && carriageReturn) {
      length--;
    }
    RecordLocation location = new RecordLocation(slice.source(), line++, start, length);
    byte[] content = location.oversized() ? new byte[0] : firstBytes(bytes, (int) length);
    return Optional.of(new RawRecord(location, content));
  }

  private static byte[] firstBytes(ByteArrayOutputStream bytes, int length) {
    byte[] all = bytes.toByteArray();
    return all.length == length ? all : Arrays.copyOf(all, length);
  }

  private void fill() throws IOException {
    if (buffer.hasRemaining()) {
      return;
    }
    buffer.clear().limit((int) Math.min(BUFFER_BYTES, slice.end() - position));
    if (file.read(buffer) < 0) {
      throw new IOException(slice.source().location() + " became shorter while it was read");
    }
    buffer.flip();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
