package org.relunet.graph.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.relunet.common.directories.PrivateFiles;

/** The process's standard error, of native code too, led into a file while something is done. */
final class StandardError {
  private static final int STANDARD_ERROR = 2;
  private static final int WRITE_ONLY = 1;

  /** The C library's functions, under their names. */
  private interface Descriptors extends Library {
    int open(String path, int flags);

    int dup(int descriptor);

    int dup2(int from, int to);

    int close(int descriptor);
  }

  private StandardError() {}

  /**
   * The lines that were written meanwhile, a character for each byte.
   *
   * @throws IOException if standard error cannot be led elsewhere; then nothing was done
   */
  static List<String> during(Runnable work) throws IOException {
    Descriptors descriptors = Native.load("c", Descriptors.class);
    Path file = PrivateFiles.temporaryFile("relunet-stderr-", ".log");
    try {
      int kept = descriptors.dup(STANDARD_ERROR);
      int led = descriptors.open(file.toString(), WRITE_ONLY);
      if (kept < 0 || led < 0) {
        throw new IOException("standard error cannot be led into " + file);
      }
      descriptors.dup2(led, STANDARD_ERROR);
      try {
        work.run();
      } finally {
        descriptors.dup2(kept, STANDARD_ERROR);
        descriptors.close(kept);
        descriptors.close(led);
      }
      return List.of(Files.readString(file, ISO_8859_1).split("(?<=\n)"));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Writes such a line there, past {@code System.err}, which a program may have replaced. */
  static void write(String text) throws IOException {
    new FileOutputStream(FileDescriptor.err).write(text.getBytes(ISO_8859_1));
  }
}
