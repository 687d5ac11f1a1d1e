package org.relunet.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.text.Document;
import org.relunet.corpus.CorpusException;

final class DistractorFileTest {
  @TempDir Path directory;

  @Test
  void aLineIsATextNamedByItsPlace() throws IOException {
    Path file = Files.writeString(directory.resolve("d.txt"), "Rain fell.\r\n\n\u00DCber all.");

    assertThat(DistractorFile.read(file))
        .containsExactly(
            new Document("d.txt:1", "Rain fell."), new Document("d.txt:3", "\u00DCber all."));
  }

  @Test
  void aLineThatIsNotUtf8IsNamed() throws IOException {
    Path file =
        Files.write(directory.resolve("d.txt"), new byte[] {'a', '\n', 'c', (byte) 0xE9, '\n'});

    assertThatThrownBy(() -> DistractorFile.read(file))
        .isInstanceOf(CorpusException.class)
        .hasMessage(file + ":2: is not valid UTF-8; save the file as UTF-8");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> DistractorFile.read(directory.resolve("none")))
        .isInstanceOf(CorpusException.class)
        .hasMessage(directory.resolve("none") + ": no such file");
    assertThatThrownBy(() -> DistractorFile.read(directory))
        .hasMessage(directory + ": is a directory, expected a file");
  }
}
