package org.relunet.training.report;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether someone is watching. */
final class Terminal {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /** Standard error; a terminal past {@link System#err}, where a line may not be erased. */
  static PrintStream standardError() {
    if (!isStandardError()) {
      return System.err;
    }
    return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
  }

  /** Whether standard error is a terminal that can redraw a line. */
  static boolean isStandardError() {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    // Java can only tell of standard input and output together; Linux tells of each stream.
    if (Files.isSymbolicLink(STANDARD_ERROR)) {
      try {
        Path target = Files.readSymbolicLink(STANDARD_ERROR);
        return target.startsWith("/dev/pts")
            || target.startsWith("/dev/console")
            || target.toString().startsWith("/dev/tty");
      } catch (IOException e) {
        return false;
      }
    }
    return System.console() != null;
  }
}
