package org.relunet.pipeline.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What has a path and is neither a file nor a directory. */
final class SpecialFile {
  private static final int TYPE = 0170000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final int BLOCK_DEVICE = 0060000;
  private static final int SOCKET = 0140000;

  private SpecialFile() {}

  /**
   * Lets pass what ends some day: a pipe, a terminal, {@code /dev/null}.
   *
   * @throws InputException if it may give bytes for ever, or cannot be opened at all
   */
  static void requireAnEnd(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return;
    }
    int type = (int) Files.getAttribute(path, "unix:mode") & TYPE;
    if (type == SOCKET) {
      throw new InputException(
          "input '" + path + "' is a socket: name a file, a directory, a pipe or -");
    }
    if (type == BLOCK_DEVICE || type == CHARACTER_DEVICE && !isTerminalOrNothing(path)) {
      throw new InputException(
          "input '" + path + "' is a device: name a file, a directory, a pipe or -");
    }
  }

  private static boolean isTerminalOrNothing(Path path) throws IOException {
    Path device = path.toRealPath();
    return Stream.of("/dev/null", "/dev/console", "/dev/pts").anyMatch(device::startsWith)
        || device.toString().startsWith("/dev/tty");
  }
}
