package org.relunet.pipeline.job;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.relunet.pipeline.output.OutputAssembler;
import org.relunet.pipeline.output.Segment;
import org.relunet.pipeline.output.WorkDirectory;

/** All segments to files in the order of the input. */
final class AssembleOutput extends DoFn<KV<Void, Iterable<Segment>>, Void> {
  private final WorkDirectory directory;
  private final long bytesPerFile;

  AssembleOutput(WorkDirectory directory, long bytesPerFile) {
    this.directory = directory;
    this.bytesPerFile = bytesPerFile;
  }

  @ProcessElement
  public void process(@Element KV<Void, Iterable<Segment>> segments) throws IOException {
    try {
      new OutputAssembler(directory, bytesPerFile).assemble(segments.getValue());
    } catch (FileSystemException e) {
      throw SharedFiles.unreachable(e);
    }
  }
}
