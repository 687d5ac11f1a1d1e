package org.relunet.pipeline.job;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.relunet.pipeline.input.Chunk;
import org.relunet.pipeline.input.Slice;

/**
 * Chunks as a source of which every chunk is a split of its own: Flink gives the next one to the
 * worker that is free, so that none waits for a slow one, and nothing is shuffled.
 */
final class ChunkSource extends BoundedSource<Chunk> {
  private final List<Chunk> chunks;

  ChunkSource(List<Chunk> chunks) {
    this.chunks = new ArrayList<>(chunks);
  }

  @Override
  public List<ChunkSource> split(long desiredBundleSizeBytes, PipelineOptions options) {
    return chunks.stream().map(chunk -> new ChunkSource(List.of(chunk))).toList();
  }

  @Override
  public long getEstimatedSizeBytes(PipelineOptions options) {
    return chunks.stream().flatMap(chunk -> chunk.slices().stream()).mapToLong(Slice::length).sum();
  }

  @Override
  public Coder<Chunk> getOutputCoder() {
    return SerializableCoder.of(Chunk.class);
  }

  @Override
  public BoundedReader<Chunk> createReader(PipelineOptions options) {
    return new ChunkReader(this);
  }

  private static final class ChunkReader extends BoundedReader<Chunk> {
    private final ChunkSource source;
    private final Iterator<Chunk> chunks;
    private List<Chunk> current = List.of();

    ChunkReader(ChunkSource source) {
      this.source = source;
      this.chunks = source.chunks.iterator();
    }

    @Override
    public boolean start() {
      return advance();
    }

    @Override
    public boolean advance() {
      current = chunks.hasNext() ? List.of(chunks.next()) : List.of();
      return !current.isEmpty();
    }

    @Override
    public Chunk getCurrent() {
      if (current.isEmpty()) {
        throw new NoSuchElementException("no chunk: start or advance first");
      }
      return current.get(0);
    }

    @Override
    public BoundedSource<Chunk> getCurrentSource() {
      return source;
    }

    @Override
    public void close() {
      // holds nothing open
    }
  }
}
