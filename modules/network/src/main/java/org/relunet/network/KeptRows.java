package org.relunet.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows of bytes in a file that goes with it, where possible at once: not even a kill leaves it
 * behind. Read by any thread, once written.
 */
final class KeptRows implements AutoCloseable {
  private final String content;
  private final FileChannel channel;
  private final Map<Integer, Place> places = new HashMap<>();
  private long end;

  private record Place(long start, int size) {}

  /**
   * @param content what is kept, for errors and in the file's name
   * @param directory where the file is made
   */
  KeptRows(String content, Path directory) {
    this.content = content;
    try {
      channel =
          FileChannel.open(
              Files.createTempFile(directory, content.replace(' ', '-'), ".bin"),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException("the " + content + " can't be kept", e);
    }
  }

  /** A buffer for a row of so many bytes, in the machine's own order. */
  static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
  }

  /** Keeps a row. */
  void write(int row, ByteBuffer bytes) {
    places.put(row, new Place(end, bytes.remaining()));
    try {
      while (bytes.hasRemaining()) {
        end += channel.write(bytes, end);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the " + content + " can't be kept", e);
    }
  }

  /** A row, at its beginning; an empty buffer for one that was not written. */
  ByteBuffer read(int row) {
    Place place = places.getOrDefault(row, new Place(0, 0));
    ByteBuffer bytes = buffer(place.size());
    try {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, place.start() + bytes.position()) < 0) {
          throw new IOException("their file was cut short");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the " + content + " can't be read", e);
    }
    return bytes.flip();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
