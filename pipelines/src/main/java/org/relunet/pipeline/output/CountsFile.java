package org.relunet.pipeline.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import org.relunet.common.directories.PrivateFiles;
import org.relunet.pipeline.extract.ExtractionCounts;

/** How the counts come from the workers to the program that started them. */
final class CountsFile {
  private CountsFile() {}

  static void write(ExtractionCounts counts, Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("documents", Long.toString(counts.documents()));
    properties.setProperty("triples", Long.toString(counts.triples()));
    properties.setProperty("deadLetters", Long.toString(counts.deadLetters()));
    try (OutputStream out = PrivateFiles.newOutputStream(file)) {
      properties.store(out, null);
    }
  }

  static ExtractionCounts read(Path file) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "the workers left no results in "
              + file.getParent()
              + ": they must see the same file system as this program; on a cluster, write to a"
              + " shared directory (--output)");
    }
    return new ExtractionCounts(
        Long.parseLong(properties.getProperty("documents")),
        Long.parseLong(properties.getProperty("triples")),
        Long.parseLong(properties.getProperty("deadLetters")));
  }
}
