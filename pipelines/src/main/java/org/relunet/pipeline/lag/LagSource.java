package org.relunet.pipeline.lag;

import java.io.Serializable;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.joda.time.Instant;

/**
 * A source without elements, one reader of which tells the lag. A runner asks a source for elements
 * whether there are any or not, so that the metrics move when nothing else does.
 */
final class LagSource extends UnboundedSource<byte[], LagSource.Nothing> {
  private static final long PAUSE_MILLIS = 5_000;

  private final LagTarget target;

  LagSource(LagTarget target) {
    this.target = target;
  }

  /** All that a checkpoint holds of it. */
  record Nothing() implements CheckpointMark, Serializable {
    @Override
    public void finalizeCheckpoint() {
      // nothing to commit
    }
  }

  @Override
  public List<LagSource> split(int desiredNumSplits, PipelineOptions options) {
    return List.of(this);
  }

  @Override
  public UnboundedReader<byte[]> createReader(PipelineOptions options, Nothing checkpoint) {
    return new Reader(this);
  }

  @Override
  public Coder<Nothing> getCheckpointMarkCoder() {
    return SerializableCoder.of(Nothing.class);
  }

  @Override
  public Coder<byte[]> getOutputCoder() {
    return ByteArrayCoder.of();
  }

  private static final class Reader extends UnboundedReader<byte[]> {
    private final LagSource source;
    private final LagMetrics metrics = new LagMetrics();
    private LagWatch watch;
    private Lag told = Lag.UNKNOWN;

    Reader(LagSource source) {
      this.source = source;
    }

    @Override
    public boolean start() {
      watch = new LagWatch(source.target, PAUSE_MILLIS);
      return advance();
    }

    @Override
    public boolean advance() {
      Lag latest = watch.latest();
      if (latest != told) {
        metrics.set(latest);
        told = latest;
      }
      return false;
    }

    @Override
    public byte[] getCurrent() {
      throw new NoSuchElementException();
    }

    @Override
    public Instant getCurrentTimestamp() {
      throw new NoSuchElementException();
    }

    @Override
    public Instant getWatermark() {
      return Instant.now();
    }

    @Override
    public CheckpointMark getCheckpointMark() {
      return new Nothing();
    }

    @Override
    public UnboundedSource<byte[], ?> getCurrentSource() {
      return source;
    }

    @Override
    public void close() {
      if (watch != null) {
        watch.close();
      }
    }
  }
}
