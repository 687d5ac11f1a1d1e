package org.relunet.pipeline.job;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.beam.sdk.transforms.DoFn;
import org.relunet.pipeline.extract.DocumentWindow;
import org.relunet.pipeline.extract.WindowReader;
import org.relunet.pipeline.input.Chunk;

/** Chunks to windows of documents. */
final class ReadWindows extends DoFn<Chunk, DocumentWindow> {
  @ProcessElement
  public void process(@Element Chunk chunk, OutputReceiver<DocumentWindow> windows)
      throws IOException {
    try {
      new WindowReader().read(chunk, windows::output);
    } catch (FileSystemException e) {
      throw SharedFiles.unreachable(e);
    }
  }
}
