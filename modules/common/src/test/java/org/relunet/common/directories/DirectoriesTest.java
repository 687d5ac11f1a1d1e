package org.relunet.common.directories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {
  @TempDir private Path parent;

  @Test
  void aDirectoryIsPlacedWhole() throws IOException {
    Path target = parent.resolve("model");
    Path staging = Directories.createBeside(target);
    Files.createDirectory(staging.resolve("below"));
    Files.writeString(staging.resolve("below/file"), "content");
    Directories.place(staging, target);
    assertThat(target.resolve("below/file")).hasContent("content");
    assertThat(staging).doesNotExist();
  }

  @Test
  void deletingFollowsNoLink() throws IOException {
    Path outside = Files.createDirectory(parent.resolve("outside"));
    Files.writeString(outside.resolve("kept"), "kept");
    Path inside = Files.createDirectory(parent.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("link"), outside);
    Files.createSymbolicLink(inside.resolve("dangling"), parent.resolve("nowhere"));
    Directories.deleteAll(inside);
    Directories.deleteAll(inside);
    assertThat(inside).doesNotExist();
    assertThat(outside.resolve("kept")).exists();
  }

  @Test
  void privateFilesAreTheirOwnersAlone() throws IOException {
    Path directory = PrivateFiles.createDirectories(parent.resolve("a/b"));
    Path file = directory.resolve("file");
    try (OutputStream out = PrivateFiles.newOutputStream(file)) {
      out.write('x');
    }
    assertThat(rightsOf(parent.resolve("a"))).isEqualTo("rwx------");
    assertThat(rightsOf(directory)).isEqualTo("rwx------");
    assertThat(rightsOf(file)).isEqualTo("rw-------");
    Path written = Files.writeString(directory.resolve("written"), "by other code");
    PrivateFiles.restrict(written);
    assertThat(rightsOf(written)).isEqualTo("rw-------");
  }

  private static String rightsOf(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
