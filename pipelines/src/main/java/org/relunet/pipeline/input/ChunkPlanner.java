package org.relunet.pipeline.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts sources into chunks at ends of lines: small files share a chunk, large ones are spread over
 * many. Reads files of lines once, at the speed of the disk, so that every chunk knows the number
 * of its first line. Memory: the chunks' descriptions.
 */
public final class ChunkPlanner {
  private static final long SMALLEST_CHUNK = 1L << 14;
  private static final long LARGEST_CHUNK = 1L << 20;

  /** Enough chunks for each worker that all of them finish at about the same time. */
  private static final int CHUNKS_PER_WORKER = 8;

  private final long targetBytes;
  private final List<Chunk> chunks = new ArrayList<>();
  private List<Slice> open = new ArrayList<>();
  private long openBytes;

  private ChunkPlanner(long targetBytes) {
    this.targetBytes = targetBytes;
  }

  /** At least one chunk for at least one source, every record in exactly one of them. */
  public static List<Chunk> plan(List<Source> sources, int workers) throws IOException {
    long total = 0;
    for (Source source : sources) {
      total += Files.size(source.path());
    }
    long target = total / ((long) workers * CHUNKS_PER_WORKER);
    return planOfSize(sources, Math.max(SMALLEST_CHUNK, Math.min(LARGEST_CHUNK, target)));
  }

  static List<Chunk> planOfSize(List<Source> sources, long targetBytes) throws IOException {
    ChunkPlanner planner = new ChunkPlanner(targetBytes);
    for (Source source : sources) {
      planner.add(source);
    }
    planner.closeChunk();
    return planner.chunks;
  }

  private void add(Source source) throws IOException {
    if (source.format().isWholeFile()) {
      add(new Slice(source, 0, Files.size(source.path()), 1));
      return;
    }
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    Lines lines = new Lines(source);
    try (FileChannel file = FileChannel.open(source.path(), StandardOpenOption.READ)) {
      while (file.read(buffer.clear()) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          lines.next(buffer.get());
        }
      }
    }
    lines.end();
  }

  /** The lines of a source, as {@link SliceReader} sees them. */
  private final class Lines {
    private final Source source;
    private long start;
    private long firstLine = 1;
    private long position;
    private long line = 1;
    private boolean afterCarriageReturn;

    Lines(Source source) {
      this.source = source;
    }

    void next(byte value) {
      if (afterCarriageReturn && value != '\n') {
        endOfLine();
      }
      position++;
      if (value == '\n') {
        endOfLine();
      }
      afterCarriageReturn = value == '\r';
    }

    private void endOfLine() {
      line++;
      if (openBytes + position - start >= targetBytes) {
        add(new Slice(source, start, position, firstLine));
        start = position;
        firstLine = line;
      }
    }

    void end() {
      if (position > start || position == 0) {
        add(new Slice(source, start, position, firstLine));
      }
    }
  }

  private void add(Slice slice) {
    open.add(slice);
    openBytes += slice.length();
    if (openBytes >= targetBytes) {
      closeChunk();
    }
  }

  private void closeChunk() {
    if (!open.isEmpty()) {
      chunks.add(new Chunk(chunks.size(), open));
      open = new ArrayList<>();
      openBytes = 0;
    }
  }
}
