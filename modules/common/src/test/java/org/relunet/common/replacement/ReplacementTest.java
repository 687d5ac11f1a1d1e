package org.relunet.common.replacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacementTest {
  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("run.json");
  }

  @Test
  void writesWhatWasNotThere() throws IOException {
    Replacement.write(file, "é");
    assertThat(file).hasContent("é");
    assertThat(files()).containsExactly("run.json");
  }

  @Test
  void aFailedWriteLeavesWhatWasThereAndNothingElse() throws IOException {
    Replacement.write(file, "old");
    assertThatThrownBy(
            () ->
                Replacement.write(
                    file,
                    out -> {
                      out.write('n');
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(files()).containsExactly("run.json");
  }

  @Test
  void theRightsOfWhatWasThereStay() throws IOException {
    Replacement.write(file, "old");
    for (String rights : List.of("rw-------", "rw-rw-r--", "r--------")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
      Replacement.write(file, rights);
      assertThat(file).hasContent(rights);
      assertThat(rightsOf(file)).isEqualTo(rights);
    }
    Path finished = Files.writeString(directory.resolve("finished"), "moved");
    Replacement.move(finished, file);
    assertThat(rightsOf(file)).isEqualTo("r--------");
  }

  @Test
  void aPrivateFileIsPrivateWhateverWasThere() throws IOException {
    Replacement.write(file, "old");
    Replacement.writePrivate(file, "new");
    assertThat(file).hasContent("new");
    assertThat(rightsOf(file)).isEqualTo("rw-------");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path target = Files.writeString(directory.resolve("target"), "old");
    Files.createSymbolicLink(file, target);
    Replacement.write(file, "new");
    assertThat(file).isSymbolicLink();
    assertThat(target).hasContent("new");
  }

  @Test
  void aDeviceIsWrittenTo() throws IOException {
    Replacement.write(Path.of("/dev/null"), "new");
    Replacement.move(Files.writeString(file, "x"), Path.of("/dev/null"));
    assertThat(Path.of("/dev/null")).exists();
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @Test
  void movesBetweenFileSystems() throws IOException {
    Path memory = Path.of("/dev/shm");
    if (!Files.isWritable(memory)
        || Files.getFileStore(memory).equals(Files.getFileStore(directory))) {
      return;
    }
    Path finished = Files.createTempFile(memory, "relunet-test", "");
    Files.writeString(finished, "new");
    Replacement.write(file, "old");
    Replacement.move(finished, file);
    assertThat(file).hasContent("new");
    assertThat(finished).doesNotExist();
    assertThat(files()).containsExactly("run.json");
  }

  @Test
  void removesWhatAKilledProcessLeft() throws IOException {
    Files.writeString(directory.resolve(".run.json.partial-1"), "half");
    Files.writeString(directory.resolve(".other.json.partial-1"), "another file's");
    Replacement.removeLeftovers(file);
    assertThat(files()).containsExactly(".other.json.partial-1");
  }

  private static String rightsOf(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }
}
