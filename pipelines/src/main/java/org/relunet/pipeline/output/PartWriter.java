package org.relunet.pipeline.output;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.relunet.common.directories.PrivateFiles;
import org.relunet.pipeline.extract.WindowResult;

/**
 * Appends windows to a part of its own. A worker that is restarted starts another part; what the
 * first one wrote is never looked at, since no index names it.
 */
public final class PartWriter implements Closeable {
  private final String part = UUID.randomUUID().toString();
  private final OutputStream results;
  private final OutputStream deadLetters;
  private long resultsLength;
  private long deadLettersLength;

  public PartWriter(WorkDirectory directory) throws IOException {
    results = open(resultsFile(directory, part));
    deadLetters = open(deadLettersFile(directory, part));
  }

  static Path resultsFile(WorkDirectory directory, String part) {
    return directory.parts().resolve(part + ".results");
  }

  static Path deadLettersFile(WorkDirectory directory, String part) {
    return directory.parts().resolve(part + ".dead-letters");
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(
        PrivateFiles.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        1 << 16);
  }

  /** Where the window's lines stand once this is closed. */
  public Segment append(WindowResult window) throws IOException {
    Extent resultsExtent = new Extent(resultsLength, window.results().length);
    Extent deadLettersExtent = new Extent(deadLettersLength, window.deadLetters().length);
    results.write(window.results());
    deadLetters.write(window.deadLetters());
    resultsLength += resultsExtent.length();
    deadLettersLength += deadLettersExtent.length();
    return new Segment(window.place(), part, resultsExtent, deadLettersExtent, window.counts());
  }

  @Override
  public void close() throws IOException {
    try (results) {
      deadLetters.close();
    }
  }
}
