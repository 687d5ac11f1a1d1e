package org.relunet.network;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.relunet.api.bounded.BoundedBytes;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.BundleEntryProto;
import org.tensorflow.proto.BundleHeaderProto;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorShapeProto;

/**
 * The variables of a SavedModel, a checkpoint of TensorFlow's second format in one shard, read
 * without TensorFlow: what a stranger wrote must neither end the process nor claim more memory than
 * its file has bytes, times four.
 */
final class TensorBundle {
  private static final BoundedBytes INDEX = new BoundedBytes(16 << 20);

  /** Key of what holds for all. */
  private static final String HEADER = "";

  /**
   * A variable.
   *
   * @param type of its values
   * @param offset of its first byte in the data file
   */
  record Entry(DataType type, Shape shape, long offset) {
    int size() {
      return Math.toIntExact(shape.size());
    }
  }

  private final Path data;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private TensorBundle(Path data) {
    this.data = data;
  }

  /**
   * Reads what there is, not the values.
   *
   * @param prefix of the files' names
   * @throws IllegalArgumentException if the index is malformed, or does not fit the data
   */
  static TensorBundle open(Path prefix) throws IOException {
    Path index = prefix.resolveSibling(prefix.getFileName() + ".index");
    TensorBundle bundle =
        new TensorBundle(prefix.resolveSibling(prefix.getFileName() + ".data-00000-of-00001"));
    try {
      bundle.readIndex(SortedTable.read(INDEX.read(index)));
      return bundle;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IllegalArgumentException(index + ": " + e.getMessage(), e);
    }
  }

  private void readIndex(Map<String, byte[]> table) throws IOException {
    long size = Files.size(data);
    long used = 0;
    for (Map.Entry<String, byte[]> each : table.entrySet()) {
      if (each.getKey().equals(HEADER)) {
        requireKnown(header(each.getValue()));
      } else {
        BundleEntryProto entry = entry(each.getKey(), each.getValue());
        entries.put(each.getKey(), checked(each.getKey(), entry, size));
        used = Math.addExact(used, entry.getSize());
      }
    }
    if (!table.containsKey(HEADER)) {
      throw new IllegalArgumentException("it has no header");
    }
    if (used > size) {
      throw new IllegalArgumentException(
          "its variables have %d bytes together, the data file %d".formatted(used, size));
    }
  }

  private static BundleHeaderProto header(byte[] bytes) {
    try {
      return BundleHeaderProto.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("its header is malformed", e);
    }
  }

  private static void requireKnown(BundleHeaderProto header) {
    if (header.getNumShards() != 1
        || header.getEndianness() != BundleHeaderProto.Endianness.LITTLE) {
      throw new IllegalArgumentException("it is not in one part, the lower bytes first");
    }
  }

  private static BundleEntryProto entry(String name, byte[] bytes) {
    try {
      return BundleEntryProto.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("the entry of '" + name + "' is malformed", e);
    }
  }

  private static Entry checked(String name, BundleEntryProto entry, long size) {
    if (entry.getSlicesCount() > 0 || entry.getShardId() != 0) {
      throw new IllegalArgumentException("'" + name + "' is in several parts");
    }
    long bytes = width(name, entry.getDtype());
    for (TensorShapeProto.Dim dimension : entry.getShape().getDimList()) {
      if (dimension.getSize() < 0) {
        throw new IllegalArgumentException("'" + name + "' has a negative dimension");
      }
      bytes = Math.multiplyExact(bytes, dimension.getSize());
    }
    if (entry.getShape().getUnknownRank()
        || bytes != entry.getSize()
        || entry.getOffset() < 0
        || entry.getOffset() > size
        || bytes > size - entry.getOffset()) {
      throw new IllegalArgumentException("'" + name + "' does not fit into the data file");
    }
    return new Entry(
        entry.getDtype(),
        Shape.of(
            entry.getShape().getDimList().stream()
                .mapToLong(TensorShapeProto.Dim::getSize)
                .toArray()),
        entry.getOffset());
  }

  private static int width(String name, DataType type) {
    return switch (type) {
      case DT_FLOAT -> Float.BYTES;
      case DT_HALF -> Short.BYTES;
      case DT_UINT8 -> 1;
      default -> throw new IllegalArgumentException("'" + name + "' is of type " + type);
    };
  }

  /** All variables, in the order of their names. */
  Map<String, Entry> entries() {
    return entries;
  }

  Optional<Entry> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** A variable's bytes. */
  ByteBuffer bytes(Entry entry) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(entry.size(), width("", entry.type())))
            .order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel = FileChannel.open(data)) {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, entry.offset() + bytes.position()) < 0) {
          throw new IOException(data + " ends before the values of its variables");
        }
      }
    }
    return bytes.flip();
  }
}
