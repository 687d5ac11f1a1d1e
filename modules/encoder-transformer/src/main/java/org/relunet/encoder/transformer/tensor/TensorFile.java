package org.relunet.encoder.transformer.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.relunet.api.plugin.Sha256;
import org.relunet.common.directories.PrivateFiles;

/**
 * The bytes of an archive, mapped into memory region by region: nothing stays on the heap, and
 * pages that were read can be dropped by the operating system. Thread-safe. Open for the life of
 * the process.
 */
public final class TensorFile {
  private final String origin;
  private final FileChannel channel;
  private final long size;
  private final Supplier<String> sha256;

  private TensorFile(String origin, FileChannel channel, Supplier<String> sha256)
      throws IOException {
    this.origin = origin;
    this.channel = channel;
    this.size = channel.size();
    this.sha256 = sha256;
  }

  /**
   * A file on disk.
   *
   * @throws WeightException if it cannot be opened
   */
  public static TensorFile open(Path path) {
    try {
      return new TensorFile(
          path.toString(), FileChannel.open(path, StandardOpenOption.READ), () -> Sha256.of(path));
    } catch (IOException e) {
      throw new WeightException(path + ": cannot be read: " + e, e);
    }
  }

  /**
   * A file of the class path. It is compressed there, so it is unpacked to a nameless temporary
   * file that vanishes with the process.
   *
   * @param beside a class of the same class loader
   * @param name absolute name of the resource
   * @throws WeightException if it is missing or there is no room for it
   */
  public static TensorFile resource(Class<?> beside, String name) {
    try (InputStream packed = beside.getResourceAsStream(name)) {
      if (packed == null) {
        throw new WeightException(
            "resource " + name + " is not on the class path: is its artifact a dependency?");
      }
      Path unpacked = PrivateFiles.temporaryFile("relunet-weights-", ".tmp");
      FileChannel channel =
          FileChannel.open(
              unpacked,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      String hash = Sha256.copying(packed, Channels.newOutputStream(channel));
      return new TensorFile("resource " + name, channel, () -> hash);
    } catch (IOException e) {
      throw new WeightException(
          "resource " + name + ": cannot be unpacked to " + temporaryDirectory() + ": " + e, e);
    }
  }

  private static String temporaryDirectory() {
    return System.getProperty("java.io.tmpdir");
  }

  /** The path or resource, for messages. */
  public String origin() {
    return origin;
  }

  /** 64 hexadecimal digits. */
  public String sha256() {
    return sha256.get();
  }

  /** In bytes. */
  public long size() {
    return size;
  }

  /**
   * Bytes of the file, little-endian.
   *
   * @throws WeightException if they do not lie within the file or are more than 2^31-1
   */
  public ByteBuffer region(long offset, long length) {
    if (length > Integer.MAX_VALUE) {
      throw new WeightException(
          origin + ": " + length + " bytes in one piece; at most 2^31-1 can be read");
    }
    if (offset < 0 || length < 0 || offset > size - length) {
      throw new WeightException(
          origin + ": no " + length + " bytes at " + offset + " in a file of " + size + " bytes");
    }
    if (length == 0) {
      return ByteBuffer.allocate(0);
    }
    try {
      return channel.map(MapMode.READ_ONLY, offset, length).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new WeightException(origin + ": cannot be mapped into memory: " + e, e);
    }
  }
}
