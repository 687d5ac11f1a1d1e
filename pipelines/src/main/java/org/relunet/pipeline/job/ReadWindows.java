package org.relunet.pipeline.job;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.beam.sdk.transforms.DoFn;
import org.relunet.pipeline.extract.DocumentWindow;
import org.relunet.pipeline.extract.WindowReader;
import org.relunet.pipeline.input.Chunk;
import org.relunet.pipeline.record.JsonPaths;

/** Chunks to windows of documents. */
final class ReadWindows extends DoFn<Chunk, DocumentWindow> {
  private final JsonPaths paths;

  ReadWindows(JsonPaths paths) {
    this.paths = paths;
  }

  @ProcessElement
  public void process(@Element Chunk chunk, OutputReceiver<DocumentWindow> windows)
      throws IOException {
    try {
      new WindowReader(paths).read(chunk, windows::output);
    } catch (FileSystemException e) {
      throw SharedFiles.unreachable(e);
    }
  }
}
