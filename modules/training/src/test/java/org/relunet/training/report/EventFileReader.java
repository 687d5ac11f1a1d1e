package org.relunet.training.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.proto.Event;

/** Reads event files back, checksums included. */
final class EventFileReader {
  private EventFileReader() {}

  /** The events of each file, in the order of the files' names. */
  static List<List<Event>> read(Path directory) throws IOException {
    List<List<Event>> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path file : entries.sorted().toList()) {
        files.add(events(ByteBuffer.wrap(Files.readAllBytes(file))));
      }
    }
    return files;
  }

  private static List<Event> events(ByteBuffer file) throws IOException {
    file.order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (file.hasRemaining()) {
      byte[] length = new byte[Long.BYTES];
      file.get(length);
      check(length, file.getInt());
      byte[] data =
          new byte
              [Math.toIntExact(ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong())];
      file.get(data);
      check(data, file.getInt());
      events.add(Event.parseFrom(data));
    }
    return events;
  }

  private static void check(byte[] bytes, int checksum) throws IOException {
    if (RecordFile.maskedChecksum(bytes, bytes.length) != checksum) {
      throw new IOException("checksum differs");
    }
  }
}
