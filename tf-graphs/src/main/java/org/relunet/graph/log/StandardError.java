package org.relunet.graph.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.jna.NativeLibrary;
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

  private StandardError() {}

  /**
   * The lines that were written meanwhile, a character for each byte.
   *
   * @throws IOException if standard error cannot be led elsewhere; then nothing was done
   */
  static List<String> during(Runnable work) throws IOException {
    Path file = PrivateFiles.temporaryFile("relunet-stderr-", ".log");
    try {
      int kept = call("dup", STANDARD_ERROR);
      int led = call("open", file.toString(), WRITE_ONLY);
      if (kept < 0 || led < 0) {
        throw new IOException("standard error cannot be led into " + file);
      }
      call("dup2", led, STANDARD_ERROR);
      try {
        work.run();
      } finally {
        call("dup2", kept, STANDARD_ERROR);
        call("close", kept);
        call("close", led);
      }
      return List.of(Files.readString(file, ISO_8859_1).split("(?<=\n)"));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Calls a function of the C library by its name. JNA would remember an interface of them for
   * ever, and with it the class loader that a worker of a cluster made for one job.
   */
  private static int call(String function, Object... arguments) {
    return NativeLibrary.getInstance("c").getFunction(function).invokeInt(arguments);
  }

  /** Writes such a line there, past {@code System.err}, which a program may have replaced. */
  static void write(String text) throws IOException {
    new FileOutputStream(FileDescriptor.err).write(text.getBytes(ISO_8859_1));
  }
}
