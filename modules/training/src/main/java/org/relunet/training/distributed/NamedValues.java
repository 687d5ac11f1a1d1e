package org.relunet.training.distributed;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.relunet.common.replacement.Replacement;

/**
 * A file of named arrays in single precision, big-endian: a mark, the number of arrays, each with
 * name and length, and a CRC-32 of all before it. It appears at once and whole.
 */
public final class NamedValues {
  private static final int MARK = 0x52554e56; // RUNV
  private static final int BUFFER = 1 << 16;

  private NamedValues() {}

  /** Writes values; what stood there before is replaced at once. */
  public static void write(Path file, Map<String, float[]> values) throws IOException {
    Replacement.writePrivate(file, stream -> write(stream, values));
  }

  private static void write(OutputStream stream, Map<String, float[]> values) throws IOException {
    CheckedOutputStream sum =
        new CheckedOutputStream(new BufferedOutputStream(stream, BUFFER), new CRC32());
    DataOutputStream out = new DataOutputStream(sum);
    out.writeInt(MARK);
    out.writeInt(values.size());
    ByteBuffer part = ByteBuffer.allocate(BUFFER);
    for (Map.Entry<String, float[]> entry : values.entrySet()) {
      float[] array = entry.getValue();
      out.writeUTF(entry.getKey());
      out.writeInt(array.length);
      for (int start = 0; start < array.length; start += BUFFER / Float.BYTES) {
        int some = Math.min(array.length - start, BUFFER / Float.BYTES);
        part.clear().asFloatBuffer().put(array, start, some);
        out.write(part.array(), 0, some * Float.BYTES);
      }
    }
    out.writeLong(sum.getChecksum().getValue());
    out.flush();
  }

  /**
   * Reads what {@link #write(Path, Map)} wrote, in its order.
   *
   * @throws IOException if the file is missing or damaged
   */
  public static Map<String, float[]> read(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return read(new CheckedInputStream(new BufferedInputStream(stream, BUFFER), new CRC32()));
    } catch (IOException | RuntimeException e) {
      if (Files.exists(file)) {
        throw new IOException(file + " can't be read, or is damaged: " + e.getMessage(), e);
      }
      throw e;
    }
  }

  private static Map<String, float[]> read(CheckedInputStream sum) throws IOException {
    DataInputStream in = new DataInputStream(sum);
    if (in.readInt() != MARK) {
      throw new IOException("it begins otherwise");
    }
    int arrays = in.readInt();
    Map<String, float[]> values = new LinkedHashMap<>();
    byte[] part = new byte[BUFFER];
    for (int i = 0; i < arrays; i++) {
      String name = in.readUTF();
      float[] array = new float[in.readInt()];
      for (int start = 0; start < array.length; start += BUFFER / Float.BYTES) {
        int some = Math.min(array.length - start, BUFFER / Float.BYTES);
        in.readFully(part, 0, some * Float.BYTES);
        ByteBuffer.wrap(part).asFloatBuffer().get(array, start, some);
      }
      values.put(name, array);
    }
    long expected = sum.getChecksum().getValue();
    if (in.readLong() != expected) {
      throw new IOException("its checksum is another one");
    }
    return values;
  }
}
