package org.relunet.common.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnedDirectoryTest {
  @TempDir private Path place;

  @Test
  void isItsOwnersAloneAndGoesWhenClosed() throws IOException {
    Path path;
    try (OwnedDirectory directory = OwnedDirectory.createIn(place)) {
      path = directory.path();
      assertThat(rightsOf(path)).isEqualTo("rwx------");
      assertThat(rightsOf(path.resolve(OwnedDirectory.OWNER))).isEqualTo("rw-------");
      Files.writeString(Files.createDirectory(path.resolve("below")).resolve("file"), "x");
    }
    assertThat(place).isEmptyDirectory();
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndWhatALivingOneHasStays() throws IOException {
    try (OwnedDirectory own = OwnedDirectory.createIn(place);
        OtherProcess living = OtherProcess.start("directory", place)) {
      Path killed;
      try (OtherProcess other = OtherProcess.start("directory", place)) {
        killed = Path.of(other.answer());
        assertThat(own.path()).as("seen by other processes").isDirectory();
        assertThat(Path.of(living.answer()).resolve("below/text")).exists();
      }
      assertThat(killed.resolve("below/text")).exists();
      try (OwnedDirectory second = OwnedDirectory.createIn(place)) {
        assertThat(killed).doesNotExist();
        assertThat(Path.of(living.answer()).resolve("below/text")).exists();
        assertThat(own.path()).isDirectory();
        assertThat(second.path()).isDirectory();
      }
      // that this process has looked around has not cost it its own
      try (OtherProcess other = OtherProcess.start("directory", place)) {
        assertThat(other.answer()).isNotNull();
        assertThat(own.path().resolve(OwnedDirectory.OWNER)).exists();
      }
    }
  }

  @Test
  void linksAndDirectoriesWithoutAnOwnersFileAreNotTouched() throws IOException {
    Path outside = Files.createDirectory(place.resolve("outside"));
    Files.createFile(outside.resolve(OwnedDirectory.OWNER));
    Path link = Files.createSymbolicLink(place.resolve(".relunet-link"), outside);
    Path anothers = Files.createDirectory(place.resolve(".relunet-another"));
    Path linked = Files.createDirectory(place.resolve(".relunet-linked"));
    Files.createSymbolicLink(
        linked.resolve(OwnedDirectory.OWNER), outside.resolve(OwnedDirectory.OWNER));
    Path left = Files.createDirectory(place.resolve(".relunet-left"));
    Files.createFile(left.resolve(OwnedDirectory.OWNER));
    Files.createSymbolicLink(left.resolve("link"), outside);
    OwnedDirectory.createIn(place).close();
    assertThat(outside.resolve(OwnedDirectory.OWNER)).exists();
    assertThat(link).isSymbolicLink();
    assertThat(anothers).isDirectory();
    assertThat(linked).isDirectory();
    assertThat(left).doesNotExist();
  }

  private static String rightsOf(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
