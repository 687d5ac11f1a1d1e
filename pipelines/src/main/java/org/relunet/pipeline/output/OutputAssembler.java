package org.relunet.pipeline.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relunet.pipeline.extract.ExtractionCounts;

/**
 * Puts the windows' lines together in the order of the input. Memory: the segments' descriptions,
 * about 100 bytes for every 50 kB of input. May be repeated.
 */
public final class OutputAssembler {
  private final WorkDirectory directory;
  private final long bytesPerFile;

  /**
   * @param bytesPerFile a file that has grown to this size is followed by another
   */
  public OutputAssembler(WorkDirectory directory, long bytesPerFile) {
    this.directory = directory;
    this.bytesPerFile = bytesPerFile;
  }

  public void assemble(Iterable<Segment> segments) throws IOException {
    List<Segment> ordered = new ArrayList<>();
    segments.forEach(ordered::add);
    ordered.sort(Comparator.comparing(Segment::place));
    ExtractionCounts counts = ExtractionCounts.NONE;
    try (Parts parts = new Parts();
        FileChannel deadLetters = create(directory.deadLetters())) {
      FileChannel results = create(resultsFile(0));
      int files = 1;
      try {
        for (Segment segment : ordered) {
          if (results.position() >= bytesPerFile) {
            results.close();
            results = create(resultsFile(files++));
          }
          copy(
              parts.open(PartWriter.resultsFile(directory, segment.part())),
              segment.results(),
              results);
          copy(
              parts.open(PartWriter.deadLettersFile(directory, segment.part())),
              segment.deadLetters(),
              deadLetters);
          counts = counts.plus(segment.counts());
        }
      } finally {
        results.close();
      }
    }
    CountsFile.write(counts, directory.counts());
  }

  private Path resultsFile(int number) {
    return directory.assembled().resolve("part-%05d".formatted(number));
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  private static void copy(FileChannel from, Extent extent, FileChannel to) throws IOException {
    long copied = 0;
    while (copied < extent.length()) {
      long step = from.transferTo(extent.start() + copied, extent.length() - copied, to);
      if (step <= 0) {
        throw new IOException("a part of the results is shorter than its index says");
      }
      copied += step;
    }
  }

  /** The parts' files, opened once each: there are about as many as workers. */
  private static final class Parts implements Closeable {
    private final Map<Path, FileChannel> open = new HashMap<>();

    FileChannel open(Path file) throws IOException {
      FileChannel channel = open.get(file);
      if (channel == null) {
        if (!Files.exists(file)) {
          throw new IOException(
              file + " is missing: all workers must see the same file system as this program");
        }
        channel = FileChannel.open(file, StandardOpenOption.READ);
        open.put(file, channel);
      }
      return channel;
    }

    @Override
    public void close() throws IOException {
      for (FileChannel channel : open.values()) {
        channel.close();
      }
    }
  }
}
