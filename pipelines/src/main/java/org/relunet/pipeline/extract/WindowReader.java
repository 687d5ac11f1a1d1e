package org.relunet.pipeline.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.relunet.pipeline.input.Chunk;
import org.relunet.pipeline.input.RawRecord;
import org.relunet.pipeline.input.Slice;
import org.relunet.pipeline.input.SliceReader;
import org.relunet.pipeline.record.Decoded;
import org.relunet.pipeline.record.JsonPaths;
import org.relunet.pipeline.record.RecordDecoder;

/** Reads a chunk window by window. */
public final class WindowReader {
  /** About 400 sentences: enough of them that sorting by length leaves little padding. */
  private static final int WINDOW_BYTES = 50_000;

  private static final int WINDOW_RECORDS = 1_000;

  private final RecordDecoder decoder;
  private List<Decoded> records = new ArrayList<>();
  private long size;

  /**
   * @param paths where a document stands in a line of JSON
   */
  public WindowReader(JsonPaths paths) {
    this.decoder = new RecordDecoder(paths);
  }

  /** Gives the chunk's windows in order; at least one, which may be empty. */
  public void read(Chunk chunk, Consumer<DocumentWindow> windows) throws IOException {
    int window = 0;
    for (Slice slice : chunk.slices()) {
      try (SliceReader reader = new SliceReader(slice)) {
        Optional<RawRecord> record = reader.next();
        while (record.isPresent()) {
          add(record.get());
          if (full()) {
            windows.accept(take(new WindowPlace(chunk.ordinal(), window++)));
          }
          record = reader.next();
        }
      }
    }
    if (window == 0 || !records.isEmpty()) {
      windows.accept(take(new WindowPlace(chunk.ordinal(), window)));
    }
  }

  private void add(RawRecord record) {
    Decoded decoded = decoder.decode(record);
    if (!(decoded instanceof Decoded.Blank)) {
      records.add(decoded);
      size += record.bytes().length;
    }
  }

  private boolean full() {
    return size >= WINDOW_BYTES || records.size() >= WINDOW_RECORDS;
  }

  private DocumentWindow take(WindowPlace place) {
    DocumentWindow window = new DocumentWindow(place, records);
    records = new ArrayList<>();
    size = 0;
    return window;
  }
}
