package org.relunet.common.replacement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A disk as cruel as POSIX allows: a file that was not forced is empty after a power failure, and a
 * directory that was not forced has its old names, or already its new ones. The power fails before
 * the given operation.
 */
final class FailingPower implements Disk {
  /** Content of a file: what programs see, and what the disk has. */
  private static final class Inode {
    String seen = "";
    String onDisk = "";
  }

  private final Map<Path, Inode> seen = new HashMap<>();
  private final Map<Path, Inode> onDisk = new HashMap<>();
  private int operationsLeft;

  FailingPower(int operationsLeft) {
    this.operationsLeft = operationsLeft;
  }

  /** A file that was there, and on the disk, before. */
  void has(Path file, String content) {
    Inode inode = new Inode();
    inode.seen = content;
    inode.onDisk = content;
    seen.put(file, inode);
    onDisk.put(file, inode);
  }

  /** What a program sees that starts after the failure, if no forced name was written earlier. */
  Optional<String> afterFailureWithOldNames(Path file) {
    return Optional.ofNullable(onDisk.get(file)).map(inode -> inode.onDisk);
  }

  /** As before, but the directory's names had been written early, as a disk may do. */
  Optional<String> afterFailureWithNewNames(Path file) {
    return Optional.ofNullable(seen.get(file)).map(inode -> inode.onDisk);
  }

  private void operation() throws IOException {
    if (operationsLeft-- == 0) {
      throw new IOException("no power");
    }
    if (operationsLeft < 0) {
      throw new IOException("still no power");
    }
  }

  @Override
  public void create(Path file, Content content, FileAttribute<?>... attributes)
      throws IOException {
    operation();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    content.writeTo(bytes);
    Inode inode = new Inode();
    inode.seen = bytes.toString(StandardCharsets.UTF_8);
    seen.put(file, inode);
  }

  @Override
  public void force(Path fileOrDirectory) throws IOException {
    operation();
    Inode file = seen.get(fileOrDirectory);
    if (file != null) {
      file.onDisk = file.seen;
    } else {
      onDisk.keySet().removeIf(each -> each.getParent().equals(fileOrDirectory));
      seen.forEach(
          (path, inode) -> {
            if (path.getParent().equals(fileOrDirectory)) {
              onDisk.put(path, inode);
            }
          });
    }
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    operation();
    Inode inode = seen.remove(from);
    if (inode == null) {
      throw new NoSuchFileException(from.toString());
    }
    seen.put(to, inode);
  }

  @Override
  public void delete(Path file) throws IOException {
    operation();
    seen.remove(file);
  }
}
