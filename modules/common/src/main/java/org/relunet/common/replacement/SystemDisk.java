package org.relunet.common.replacement;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import org.relunet.common.directories.Directories;

/** The operating system's. */
final class SystemDisk implements Disk {
  @Override
  public void create(Path file, Content content, FileAttribute<?>... attributes)
      throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(
            Channels.newOutputStream(
                Files.newByteChannel(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    attributes)),
            1 << 16)) {
      content.writeTo(out);
    }
  }

  @Override
  public void force(Path fileOrDirectory) throws IOException {
    Directories.force(fileOrDirectory);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
