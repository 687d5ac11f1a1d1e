package org.relunet.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.tensorflow.proto.BundleEntryProto;

/** Writes the index of a checkpoint anew, as somebody would who means no good. */
final class CheckpointIndex {
  private CheckpointIndex() {}

  /** Changes the entry of a variable. */
  static void change(Path index, String name, UnaryOperator<BundleEntryProto> change)
      throws IOException {
    Map<String, byte[]> entries = new TreeMap<>(SortedTable.read(Files.readAllBytes(index)));
    BundleEntryProto before = BundleEntryProto.parseFrom(entries.get(name));
    entries.put(name, change.apply(before).toByteArray());
    Files.write(index, table(entries));
  }

  static void remove(Path index, String name) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>(SortedTable.read(Files.readAllBytes(index)));
    entries.remove(name);
    Files.write(index, table(entries));
  }

  /** A table of one block. */
  static byte[] table(Map<String, byte[]> entries) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    byte[] data = block(entries);
    file.writeBytes(data);
    int indexAt = file.size();
    byte[] blocks = block(Map.of("~", handle(0, data.length - 5)));
    file.writeBytes(blocks);
    byte[] footer = new byte[48];
    ByteArrayOutputStream handles = new ByteArrayOutputStream();
    handles.writeBytes(handle(0, 0));
    handles.writeBytes(handle(indexAt, blocks.length - 5));
    System.arraycopy(handles.toByteArray(), 0, footer, 0, handles.size());
    ByteBuffer.wrap(footer).order(ByteOrder.LITTLE_ENDIAN).putLong(40, 0xdb4775248b80fb57L);
    file.writeBytes(footer);
    return file.toByteArray();
  }

  private static byte[] handle(long offset, long size) {
    ByteArrayOutputStream handle = new ByteArrayOutputStream();
    varint(handle, offset);
    varint(handle, size);
    return handle.toByteArray();
  }

  private static byte[] block(Map<String, byte[]> entries) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    entries.forEach(
        (name, value) -> {
          byte[] key = name.getBytes(StandardCharsets.UTF_8);
          varint(block, 0);
          varint(block, key.length);
          varint(block, value.length);
          block.writeBytes(key);
          block.writeBytes(value);
        });
    block.writeBytes(new byte[] {0, 0, 0, 0, 1, 0, 0, 0}); // one restart, at 0
    block.writeBytes(new byte[5]);
    return block.toByteArray();
  }

  private static void varint(ByteArrayOutputStream to, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      to.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    to.write((int) rest);
  }
}
