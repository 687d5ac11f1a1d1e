package org.relunet.common.replacement;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;

/** The operations that a replacement consists of: a test lets the power fail between them. */
interface Disk {
  /** Makes a new file and writes it; a power failure may lose it, or its bytes alone. */
  void create(Path file, Content content, FileAttribute<?>... attributes) throws IOException;

  /** Brings a file's bytes, or a directory's names, to the disk. */
  void force(Path fileOrDirectory) throws IOException;

  /**
   * Gives a file another name, at once; a power failure may undo it until the directory is forced.
   *
   * @throws java.nio.file.AtomicMoveNotSupportedException if the names are of two file systems
   */
  void rename(Path from, Path to) throws IOException;

  /** Removes the file, if it is there. */
  void delete(Path file) throws IOException;
}
