package org.relunet.pipeline.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
  void linksThatLeadNowhereOrInACircleAndWhatIsNoFileAreNamed() throws Exception {
    Path links = Files.createDirectory(directory.resolve("links"));
    Files.createSymbolicLink(links.resolve("good"), directory.resolve("b.txt"));
    Files.createSymbolicLink(links.resolve(".hidden"), directory.resolve("nowhere"));
    assertThat(resolve(links.toString())).extracting(Source::name).containsExactly("good");

    Path dangling = Files.createSymbolicLink(links.resolve("gone.txt"), Path.of("nowhere"));
    for (String name : List.of(links + "", links + "/*", links + "/**", dangling + "")) {
      assertThatThrownBy(() -> resolve(name))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("'" + dangling + "' is a link that leads nowhere");
    }
    assertThat(resolve(links + "/go[o]d")).as("matches the link no more").hasSize(1);
    Path circle = Files.createSymbolicLink(links.resolve("circle"), links);
    Files.createSymbolicLink(links.resolve("itself"), Path.of("itself"));
    Path pipe = links.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe + "").start().waitFor()).isZero();
    assertThatThrownBy(() -> resolve(links.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'" + dangling + "' is a link that leads nowhere")
        .hasMessageContaining("'" + circle + "' is a link to a directory that holds the link")
        .hasMessageContaining("itself' is a link that leads nowhere")
        .hasMessageContaining("'" + pipe + "' is neither a file nor a directory");
  }

  @Test
  void whatNeverEndsIsRefusedAndAPipeIsRead() throws Exception {
    assertThatThrownBy(() -> resolve("/dev/zero"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'/dev/zero' is a device");
    assertThat(resolve("/dev/null").get(0).path()).isEmptyFile();
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe + "").start().waitFor()).isZero();
    Process writer = new ProcessBuilder("sh", "-c", "echo a > \"$0\"", pipe + "").start();
    assertThat(resolve(pipe.toString()).get(0).path()).hasContent("a");
    assertThat(writer.waitFor()).isZero();
  }

  @Test
  void aFileThatGrowsOrGoesWhileItIsReadIsTold() throws IOException {
    SourceStates states = SourceStates.of(resolve(directory.toString()));
    assertThat(states.changed()).isEmpty();
    Files.writeString(directory.resolve("a.jsonl"), "{}");
    Files.delete(directory.resolve("b.txt"));
    assertThat(states.changed())
        .hasSize(2)
        .anyMatch(each -> each.contains("a.jsonl' changed") && each.contains("0 bytes before, 2"))
        .anyMatch(each -> each.contains("b.txt' went away"));
  }

  @Test
  void whatIsCopiedIsPrivate() throws IOException {
    Path copy = new InputResolver(FormatChoice.AUTO, spool, System.in).text("secret").path();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
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
  void markupIsRecognisedByTheNamesEnding() throws IOException {
    for (String name : List.of("a.html", "b.HTM")) {
      assertThat(format(name, "plain")).as(name).isEqualTo(RecordFormat.HTML);
    }
    for (String name : List.of("a.md", "b.MarkDown")) {
      assertThat(format(name, "plain")).as(name).isEqualTo(RecordFormat.MARKDOWN);
    }
    assertThat(format("a.txt", "<!doctype html>")).isEqualTo(RecordFormat.TEXT);
  }

  @Test
  void htmlWithoutANameThatSaysSoIsRecognisedByItsBeginning() throws IOException {
    for (String html :
        List.of(
            "<!doctype html><p>a",
            "\uFEFF \r\n<!DOCTYPE   HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">",
            "<html>",
            "<HTML lang=en>")) {
      assertThat(format("a", html)).as(html).isEqualTo(RecordFormat.HTML);
    }
    for (String text :
        List.of("<", "<htmlish>", "<!doctype svg>", "< html>", "<!doctypehtml", "a <html>")) {
      assertThat(format("a", text)).as(text).isEqualTo(RecordFormat.TEXT);
    }
  }

  private RecordFormat format(String name, String content) throws IOException {
    Path file = Files.writeString(directory.resolve(name), content);
    return resolve(file.toString()).get(0).format();
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
