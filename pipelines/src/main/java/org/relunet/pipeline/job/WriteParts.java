package org.relunet.pipeline.job;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.beam.sdk.transforms.DoFn;
import org.relunet.pipeline.extract.WindowResult;
import org.relunet.pipeline.output.PartWriter;
import org.relunet.pipeline.output.Segment;
import org.relunet.pipeline.output.WorkDirectory;

/**
 * Encoded results to part files; passes on where they stand. The part is closed before the bundle
 * is committed, so that whoever learns of a segment finds it.
 */
final class WriteParts extends DoFn<WindowResult, Segment> {
  private final WorkDirectory directory;
  private transient PartWriter part;

  WriteParts(WorkDirectory directory) {
    this.directory = directory;
  }

  @StartBundle
  public void start() throws IOException {
    try {
      part = new PartWriter(directory);
    } catch (FileSystemException e) {
      throw SharedFiles.unreachable(e);
    }
  }

  @ProcessElement
  public void process(@Element WindowResult result, OutputReceiver<Segment> segments)
      throws IOException {
    segments.output(part.append(result));
  }

  @FinishBundle
  public void finish() throws IOException {
    part.close();
    part = null;
  }

  @Teardown
  public void teardown() throws IOException {
    if (part != null) {
      part.close();
    }
  }
}
