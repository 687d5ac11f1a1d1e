package org.relunet.training.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.relunet.common.directories.PrivateFiles;

/**
 * A file of TFRecords: each is its length (8 bytes, little-endian), the masked CRC-32C of these 8
 * bytes (4), the data, and the masked CRC-32C of the data (4). A record reaches the operating
 * system in one write, so a killed process leaves whole records.
 *
 * @see <a href="https://www.tensorflow.org/tutorials/load_data/tfrecord">TFRecords format</a>
 */
final class RecordFile implements AutoCloseable {
  private static final int MASK_DELTA = 0xa282ead8;

  private final OutputStream output;

  /**
   * @throws java.nio.file.FileAlreadyExistsException if there is such a file
   */
  RecordFile(Path file) throws IOException {
    output =
        PrivateFiles.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  void append(byte[] data) throws IOException {
    ByteBuffer record =
        ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + data.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(data.length);
    record.putInt(maskedChecksum(record.array(), Long.BYTES));
    record.put(data);
    record.putInt(maskedChecksum(data, data.length));
    output.write(record.array());
  }

  /** Rotated and shifted, since a checksum of data that holds checksums is weak. */
  static int maskedChecksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return Integer.rotateRight((int) checksum.getValue(), 15) + MASK_DELTA;
  }

  @Override
  public void close() throws IOException {
    output.close();
  }
}
