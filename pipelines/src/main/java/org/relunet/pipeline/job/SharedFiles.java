package org.relunet.pipeline.job;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What a worker says that does not reach the files which this program and it must both see. */
public final class SharedFiles {
  private SharedFiles() {}

  /** The failure, told as the user needs it: which file, which machine, what must hold. */
  public static IOException unreachable(FileSystemException failure) {
    return new IOException(
        "the worker on "
            + host()
            + " cannot reach '"
            + failure.getFile()
            + "' ("
            + reason(failure)
            + "): all workers must see input and output under the same paths as this program",
        failure);
  }

  private static String reason(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    return failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "a machine without a name";
    }
  }
}
