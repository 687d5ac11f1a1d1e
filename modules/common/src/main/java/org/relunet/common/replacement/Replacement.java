package org.relunet.common.replacement;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.relunet.common.directories.PrivateFiles;

/**
 * Puts whole files in the place of others, or where there was none. Readers see the old content or
 * the new one, and so does whoever comes after a crash or a power failure; when a method returns,
 * the new content is on the disk. A file that was there keeps its rights, a symbolic link its
 * target's name; a device or a pipe is written to.
 */
public final class Replacement {
  static final String PARTIAL = "partial";

  private static final Steps STEPS = new Steps(new SystemDisk());

  private Replacement() {}

  /** Writes the text as UTF-8. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, out -> out.write(bytes));
  }

  public static void write(Path file, Content content) throws IOException {
    if (isStream(file)) {
      try (OutputStream out = Files.newOutputStream(file)) {
        content.writeTo(out);
      }
    } else {
      STEPS.write(resolved(file), content);
    }
  }

  /** Writes a file that only its owner may read, whatever the rights of the one before it. */
  public static void writePrivate(Path file, Content content) throws IOException {
    STEPS.write(resolved(file), content, PrivateFiles.fileAttributes(file));
  }

  /** Writes the text as UTF-8 to a file that only its owner may read. */
  public static void writePrivate(Path file, String text) throws IOException {
    writePrivate(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Moves a file that is complete and closed to its place, from another file system too. */
  public static void move(Path finished, Path target) throws IOException {
    if (isStream(target)) {
      try (OutputStream out = Files.newOutputStream(target)) {
        Files.copy(finished, out);
      }
    } else {
      STEPS.move(finished, resolved(target));
    }
  }

  /**
   * Deletes what a killed process was about to put in the file's place. For the one process that
   * writes the file: it would take away what another is writing.
   */
  public static void removeLeftovers(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    String prefix = "." + absolute.getFileName() + "." + PARTIAL + "-";
    List<Path> leftovers;
    try (Stream<Path> files = Files.list(absolute.getParent())) {
      leftovers = files.filter(each -> each.getFileName().toString().startsWith(prefix)).toList();
    }
    for (Path leftover : leftovers) {
      Files.deleteIfExists(leftover);
    }
  }

  /** Whether a file can be written to, but no other can take its place. */
  private static boolean isStream(Path file) {
    Path path = file.toAbsolutePath().normalize();
    return Files.exists(path)
        && (!Files.isRegularFile(path)
            || Stream.of("/proc", "/dev/fd", "/dev/stdout", "/dev/stderr")
                .anyMatch(path::startsWith));
  }

  private static Path resolved(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
  }
}
