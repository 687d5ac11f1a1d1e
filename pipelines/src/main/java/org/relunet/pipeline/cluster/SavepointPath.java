package org.relunet.pipeline.cluster;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where a job is to go on from, looked at before it is submitted: a cluster keeps a job that it
 * could not start. What this machine does not see, only the cluster can judge.
 */
public final class SavepointPath {
  private static final String METADATA = "_metadata";

  /** How Flink's metadata begin, of savepoints and checkpoints. */
  private static final int MAGIC = 0x4960672d;

  private SavepointPath() {}

  /**
   * @throws ClusterException if there is no savepoint, as far as this machine can see
   */
  public static void require(String given) {
    if (!isLocal(given)) {
      return;
    }
    Path path = local(given);
    if (!Files.exists(path)) {
      // a directory of the cluster's machines may be none of this one
      if (path.getParent() != null && Files.isDirectory(path.getParent())) {
        throw wrong(given, "there is no such file or directory");
      }
      return;
    }
    Path metadata = Files.isDirectory(path) ? path.resolve(METADATA) : path;
    if (!Files.exists(metadata)) {
      throw wrong(
          given, "it has no file " + METADATA + ": name a directory like savepoint-... or chk-...");
    }
    try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata))) {
      if (in.readInt() != MAGIC) {
        throw wrong(given, "'" + metadata + "' is no metadata of Flink");
      }
    } catch (IOException e) {
      throw wrong(given, "'" + metadata + "' cannot be read (" + e + ")");
    }
  }

  private static boolean isLocal(String given) {
    return !given.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
        || given.toLowerCase(Locale.ROOT).startsWith("file:");
  }

  private static Path local(String given) {
    try {
      return given.toLowerCase(Locale.ROOT).startsWith("file:")
          ? Path.of(URI.create(given).getPath())
          : Path.of(given).toAbsolutePath();
    } catch (IllegalArgumentException | NullPointerException e) {
      throw wrong(given, "it is no path and no URI");
    }
  }

  private static ClusterException wrong(String given, String reason) {
    return new ClusterException("--savepoint " + given + ": " + reason);
  }
}
