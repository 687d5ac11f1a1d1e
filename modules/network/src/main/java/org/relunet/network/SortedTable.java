package org.relunet.network;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a sorted string table, the form of a TensorFlow checkpoint's index (LevelDB's table format,
 * without compression): blocks of entries whose keys share beginnings, a block of blocks, and a
 * footer. TensorFlow's own reader ends the process on some malformed ones; this one refuses them.
 */
final class SortedTable {
  private static final int FOOTER = 48;
  private static final long MAGIC = 0xdb4775248b80fb57L;

  /** Type and checksum behind each block. */
  private static final int TRAILER = 5;

  /** Far more than the parameters of any network. */
  private static final int MOST_ENTRIES = 100_000;

  private static final int LONGEST_KEY = 1_000;

  private final ByteBuffer file;

  private SortedTable(byte[] bytes) {
    file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * All entries, in their order.
   *
   * @throws IllegalArgumentException if it is no such table
   */
  static Map<String, byte[]> read(byte[] bytes) {
    try {
      return new SortedTable(bytes).entries();
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the table is cut or its lengths are wrong", e);
    }
  }

  private Map<String, byte[]> entries() {
    int size = file.limit();
    if (size < FOOTER || file.getLong(size - 8) != MAGIC) {
      throw new IllegalArgumentException("it is no table of a checkpoint");
    }
    ByteBuffer footer = part(size - FOOTER, FOOTER - 8);
    varint(footer); // place and size of a block of which checkpoints have no use
    varint(footer);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (byte[] place : block(footer).values()) {
      ByteBuffer handle = ByteBuffer.wrap(place);
      block(handle)
          .forEach(
              (key, value) -> {
                if (entries.put(key, value) != null) {
                  throw new IllegalArgumentException("'" + key + "' stands in the table twice");
                }
              });
      requireFew(entries.size());
    }
    return entries;
  }

  /**
   * The entries of a block.
   *
   * @param handle its place and size
   */
  private Map<String, byte[]> block(ByteBuffer handle) {
    long offset = varint(handle);
    long size = varint(handle);
    if (offset < 0 || size < 4 || offset > file.limit() || size > file.limit() - offset - TRAILER) {
      throw new IllegalArgumentException("a block lies outside the table");
    }
    ByteBuffer block = part((int) offset, (int) size);
    if (file.get((int) (offset + size)) != 0) {
      throw new IllegalArgumentException("a block is compressed, which no checkpoint's is");
    }
    long restarts = Integer.toUnsignedLong(block.getInt((int) size - 4));
    if (restarts > (size - 4) / 4) {
      throw new IllegalArgumentException(
          "a block says that it has %d restarts".formatted(restarts));
    }
    block.limit((int) (size - 4 - 4 * restarts));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    byte[] key = new byte[0];
    while (block.hasRemaining()) {
      int shared = length(block, key.length);
      int own = length(block, LONGEST_KEY - shared);
      int length = length(block, block.remaining());
      byte[] next = Arrays.copyOf(key, shared + own);
      block.get(next, shared, own);
      byte[] value = new byte[length];
      block.get(value);
      key = next;
      if (entries.put(new String(key, StandardCharsets.UTF_8), value) != null) {
        throw new IllegalArgumentException("a key stands in a block twice");
      }
      requireFew(entries.size());
    }
    return entries;
  }

  private static void requireFew(int entries) {
    if (entries > MOST_ENTRIES) {
      throw new IllegalArgumentException("the table has more than " + MOST_ENTRIES + " entries");
    }
  }

  private ByteBuffer part(int offset, int size) {
    return file.slice(offset, size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int length(ByteBuffer block, int most) {
    long length = varint(block);
    if (length < 0 || length > most) {
      throw new IllegalArgumentException("an entry of the table is longer than there is room");
    }
    return (int) length;
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = bytes.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of the table is too long");
  }
}
