package org.relunet.corpus.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.relunet.corpus.CorpusException;

/** Opens data files; one whose name ends in {@code .gz} is unpacked while it is read. */
public final class DataStream {
  private static final int BUFFER = 1 << 16;

  private DataStream() {}

  /** Whether the file's name says that it is compressed. */
  public static boolean isCompressed(Path file) {
    return file.getFileName().toString().endsWith(".gz");
  }

  /**
   * The file's content; it supports marks of {@code 64 KiB}.
   *
   * @throws CorpusException if there is no such file, or if it is not compressed as its name says
   */
  public static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new CorpusException(file + ": is a directory, expected a file");
    }
    if (!Files.exists(file)) {
      throw new CorpusException(file + ": no such file");
    }
    InputStream bytes = Files.newInputStream(file);
    if (isCompressed(file)) {
      try {
        bytes = new GZIPInputStream(bytes, BUFFER);
      } catch (ZipException | EOFException broken) {
        bytes.close();
        throw new CorpusException(
            file + ": its name ends in .gz, but it is not compressed by gzip", broken);
      }
    }
    return new BufferedInputStream(bytes, BUFFER);
  }
}
