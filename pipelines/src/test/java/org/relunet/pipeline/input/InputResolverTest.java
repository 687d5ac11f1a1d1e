package org.relunet.pipeline.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputResolverTest {
  @TempDir Path directory;
  @TempDir Path spool;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(directory.resolve("sub/.hidden"));
    Files.writeString(directory.resolve("b.txt"), "{\"not\": \"read as JSON\"}");
    Files.writeString(directory.resolve("a.jsonl"), "");
    Files.writeString(directory.resolve("sub/c"), " \n{ \"text\": \"c\"}");
    Files.writeString(directory.resolve("sub/d"), "{curly} text");
    Files.writeString(directory.resolve("sub/.hidden/e.txt"), "");
    Files.writeString(directory.resolve(".f.txt"), "");
  }

  @Test
  void aDirectoryMeansTheVisibleFilesBelowItInOrder() throws IOException {
    assertThat(resolve(directory.toString()))
        .extracting(Source::name)
        .containsExactly("a.jsonl", "b.txt", "sub/c", "sub/d");
  }

  @Test
  void aFileNamedAloneIsCalledByItsName() throws IOException {
    assertThat(resolve(directory + "/sub/c")).extracting(Source::name).containsExactly("c");
  }

  @Test
  void severalAreCalledByTheirPathsAsGiven() throws IOException {
    Files.writeString(directory.resolve("sub/b.txt"), "");
    assertThat(resolve(directory + "/b.txt", directory + "/sub/b.txt"))
        .extracting(Source::name)
        .containsExactly(directory + "/b.txt", directory + "/sub/b.txt");
    assertThat(resolve(directory + "/sub", directory + "/b.txt"))
        .extracting(Source::name)
        .containsExactly(
            directory + "/sub/b.txt",
            directory + "/sub/c",
            directory + "/sub/d",
            directory + "/b.txt");
  }

  @Test
  void aGlobMeansTheFilesThatAShellWouldPutInItsPlace() throws IOException {
    assertThat(resolve(directory + "/sub/*"))
        .isEqualTo(resolve(directory + "/sub/c", directory + "/sub/d"));
    assertThat(resolve(directory + "/sub/[c]")).isEqualTo(resolve(directory + "/sub/c"));
  }

  @Test
  void theFormatFollowsTheNameAndThenTheFirstCharacters() throws IOException {
    assertThat(resolve(directory.toString()))
        .extracting(Source::format)
        .containsExactly(
            RecordFormat.JSONL, RecordFormat.TEXT, RecordFormat.JSONL, RecordFormat.TEXT);
  }

  @Test
  void aFormatThatIsAskedForHoldsForAllFiles() throws IOException {
    InputResolver resolver = new InputResolver(FormatChoice.LINES, spool, System.in);
    assertThat(resolver.resolve(List.of(directory.toString())))
        .extracting(Source::format)
        .containsOnly(RecordFormat.LINES);
  }

  @Test
  void aGlobMatchesAcrossDirectories() throws IOException {
    assertThat(resolve(directory + "/*.{txt,jsonl}"))
        .extracting(source -> source.path().getFileName().toString())
        .containsExactly("a.jsonl", "b.txt");
    assertThat(resolve(directory + "/s*/[cd]")).hasSize(2);
    assertThat(resolve(directory + "/**")).hasSize(4);
  }

  @Test
  void aFileWhoseNameLooksLikeAGlobIsThatFile() throws IOException {
    Files.writeString(directory.resolve("x[1].txt"), "");
    assertThat(resolve(directory + "/x[1].txt")).hasSize(1);
  }

  @Test
  void whatDoesNotExistOrMatchesNothingIsRefused() throws IOException {
    assertThatThrownBy(() -> resolve(directory + "/nothing.txt"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nothing.txt")
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> resolve(directory + "/*.csv"))
        .hasMessageContaining("no file matches")
        .hasMessageContaining("*.csv");
    assertThatThrownBy(() -> resolve(directory + "/none/*.csv"))
        .hasMessageContaining("no file matches");
    assertThatThrownBy(() -> resolve(directory + "/[a.txt"))
        .hasMessageContaining("is no pattern of paths");
    assertThatThrownBy(() -> resolve(directory + "/sub/.hidden/none"))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> resolve(" ")).hasMessageContaining("needs a name");
    Files.createDirectory(directory.resolve("empty"));
    assertThatThrownBy(() -> resolve(directory + "/empty")).hasMessageContaining("holds no files");
  }

  @Test
  void standardInputIsCopiedAndItsFormatRecognised() throws IOException {
    byte[] content = "{\"text\": \"a\"}\n".getBytes(StandardCharsets.UTF_8);
    InputResolver resolver =
        new InputResolver(FormatChoice.AUTO, spool, new ByteArrayInputStream(content));
    Source source = resolver.resolve(List.of("-")).get(0);
    assertThat(source.name()).isEqualTo("stdin");
    assertThat(source.format()).isEqualTo(RecordFormat.JSONL);
    assertThat(source.path()).hasBinaryContent(content);
  }

  @Test
  void aTextOfTheCommandLineMayBeEmpty() throws IOException {
    InputResolver resolver = new InputResolver(FormatChoice.AUTO, spool, System.in);
    assertThat(resolver.text("").path()).isEmptyFile();
    assertThat(resolver.text("{\"").format()).isEqualTo(RecordFormat.TEXT);
  }

  private List<Source> resolve(String... names) throws IOException {
    return new InputResolver(FormatChoice.AUTO, spool, System.in).resolve(List.of(names));
  }
}
