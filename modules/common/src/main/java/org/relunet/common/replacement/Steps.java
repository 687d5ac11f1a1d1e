package org.relunet.common.replacement;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import org.relunet.common.directories.Directories;
import org.relunet.common.directories.PrivateFiles;

/**
 * A replacement's steps in their order.
 *
 * @param disk that takes them
 */
record Steps(Disk disk) {
  void write(Path target, Content content, FileAttribute<?>... attributes) throws IOException {
    Path next = Directories.hiddenName(target, Replacement.PARTIAL);
    try {
      disk.create(next, content, attributes);
      if (attributes.length == 0) {
        PrivateFiles.copyRights(target, next);
      }
      place(next, target);
    } finally {
      disk.delete(next);
    }
  }

  void move(Path finished, Path target) throws IOException {
    PrivateFiles.copyRights(target, finished);
    try {
      place(finished, target);
    } catch (AtomicMoveNotSupportedException e) {
      // of another file system: copied beside the target first, so that it still appears at once
      write(target, out -> Files.copy(finished, out));
      disk.delete(finished);
    }
  }

  private void place(Path next, Path target) throws IOException {
    disk.force(next);
    disk.rename(next, target);
    disk.force(target.getParent());
  }
}
