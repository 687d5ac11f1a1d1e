package org.relunet.pipeline.input;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Reads the records of a slice one after another. A line ends with {@code \n}, {@code \r\n} or
 * {@code \r}; the last line of a file needs no end. Memory: one record and a buffer.
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
    return slice.source().format().isWholeFile() ? wholeFile() : line();
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
    boolean ended = false;
    while (!ended && position < slice.end()) {
      fill();
      int from = buffer.position();
      int at = from;
      while (at < buffer.limit() && buffer.get(at) != '\n' && buffer.get(at) != '\r') {
        at++;
      }
      length += at - from;
      if (length <= RecordLocation.MAXIMUM_BYTES) {
        bytes.write(buffer.array(), from, at - from);
      }
      skipTo(at);
      ended = buffer.hasRemaining();
    }
    if (ended) {
      skipLineEnd();
    }
    RecordLocation location = new RecordLocation(slice.source(), line++, start, length);
    byte[] content = location.oversized() ? new byte[0] : bytes.toByteArray();
    return Optional.of(new RawRecord(location, content));
  }

  /** The buffer is at the line's end, which may go on in the next one. */
  private void skipLineEnd() throws IOException {
    boolean carriageReturn = buffer.get(buffer.position()) == '\r';
    skipTo(buffer.position() + 1);
    if (carriageReturn && position < slice.end()) {
      fill();
      if (buffer.get(buffer.position()) == '\n') {
        skipTo(buffer.position() + 1);
      }
    }
  }

  private void skipTo(int inBuffer) {
    position += inBuffer - buffer.position();
    buffer.position(inBuffer);
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
