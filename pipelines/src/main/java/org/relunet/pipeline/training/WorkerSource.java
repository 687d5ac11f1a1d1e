package org.relunet.pipeline.training;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.relunet.training.distributed.WorkerSpecification;

/**
 * Workers as a source of which every worker is a split of its own: a task of Flink takes one, and
 * as it works to the end of the training, the next task takes the next.
 */
final class WorkerSource extends BoundedSource<WorkerSpecification> {
  private final List<WorkerSpecification> workers;

  WorkerSource(List<WorkerSpecification> workers) {
    this.workers = new ArrayList<>(workers);
  }

  @Override
  public List<WorkerSource> split(long desiredBundleSizeBytes, PipelineOptions options) {
    return workers.stream().map(worker -> new WorkerSource(List.of(worker))).toList();
  }

  @Override
  public long getEstimatedSizeBytes(PipelineOptions options) {
    return workers.size();
  }

  @Override
  public Coder<WorkerSpecification> getOutputCoder() {
    return SerializableCoder.of(WorkerSpecification.class);
  }

  @Override
  public BoundedReader<WorkerSpecification> createReader(PipelineOptions options) {
    return new WorkerReader(this);
  }

  private static final class WorkerReader extends BoundedReader<WorkerSpecification> {
    private final WorkerSource source;
    private final Iterator<WorkerSpecification> workers;
    private List<WorkerSpecification> current = List.of();

    WorkerReader(WorkerSource source) {
      this.source = source;
      this.workers = source.workers.iterator();
    }

    @Override
    public boolean start() {
      return advance();
    }

    @Override
    public boolean advance() {
      current = workers.hasNext() ? List.of(workers.next()) : List.of();
      return !current.isEmpty();
    }

    @Override
    public WorkerSpecification getCurrent() {
      if (current.isEmpty()) {
        throw new NoSuchElementException("no worker: start or advance first");
      }
      return current.get(0);
    }

    @Override
    public BoundedSource<WorkerSpecification> getCurrentSource() {
      return source;
    }

    @Override
    public void close() {
      // holds nothing open
    }
  }
}
