package org.relunet.pipeline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.pipeline.result.ResultFormat;

class OutputTargetsTest {
  @TempDir Path directory;
  private final ByteArrayOutputStream standardOutput = new ByteArrayOutputStream();

  @Test
  void aFileIsReplacedAsAWhole() throws IOException {
    Path file = Files.writeString(directory.resolve("out.jsonl"), "old and longer");
    target(file.toString()).publish(List.of(result("new")));
    assertThat(file).hasContent("new");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(directory.resolve("real"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    target(link.toString()).publish(List.of(result("new")));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void aDirectoryGetsNumberedFiles() throws IOException {
    OutputTarget target = target(directory + "/results/");
    target.prepare();
    target.publish(List.of(result("new")));
    assertThat(directory.resolve("results/part-00000.jsonl")).hasContent("new");
  }

  @Test
  void aDirectoryWithResultsOfAnotherRunIsRefused() throws IOException {
    Files.writeString(directory.resolve("part-00003.jsonl"), "");
    assertThatThrownBy(() -> target(directory.toString()))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("already holds results (part-00003.jsonl)");
  }

  @Test
  void aDirectoryThatIsNewTakesDeadLettersToo() throws IOException {
    OutputTarget target = target(directory + "/results/");
    DeadLetterTarget letters = DeadLetterTarget.of(Optional.empty(), target);
    try (OutputClaims claims = OutputClaims.on(target, letters)) {
      assertThat(claims).isNotNull();
      letters.publish(result("{}"));
    }
    assertThat(directory.resolve("results/dead-letters.jsonl")).hasContent("{}");
    assertThat(directory.resolve("results").toFile().list()).hasSize(1);
  }

  @Test
  void ofTwoRunsThatWriteTheSameTheSecondIsRefused() throws IOException {
    Path letters = directory.resolve("letters");
    for (String name : List.of("new/", "out.jsonl")) {
      OutputTarget target = target(directory + "/" + name);
      DeadLetterTarget ownLetters = DeadLetterTarget.of(Optional.empty(), target);
      DeadLetterTarget sameLetters = DeadLetterTarget.of(Optional.of(letters), target);
      try (OutputClaims claims = OutputClaims.on(target, sameLetters)) {
        assertThat(claims).isNotNull();
        OutputTarget again = target(directory + "/" + name);
        assertThatThrownBy(() -> OutputClaims.on(again, ownLetters))
            .isInstanceOf(OutputException.class)
            .hasMessageContaining("another run")
            .hasMessageContaining(name.replace("/", ""));
        OutputTarget other = target(directory + "/other.jsonl");
        assertThatThrownBy(() -> OutputClaims.on(other, sameLetters))
            .isInstanceOf(OutputException.class)
            .hasMessageContaining("file for dead letters")
            .hasMessageContaining("letters");
      }
      OutputClaims.on(target, ownLetters).close();
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void whatAnotherRunHasWrittenMeanwhileIsSeen() throws IOException {
    OutputTarget target = target(directory + "/new/");
    Files.writeString(
        Files.createDirectory(directory.resolve("new")).resolve("part-00000.jsonl"), "");
    DeadLetterTarget letters = DeadLetterTarget.of(Optional.empty(), target);
    assertThatThrownBy(() -> OutputClaims.on(target, letters))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("already holds results");
  }

  @Test
  void aDirectoryBehindALinkIsKnownToHoldItsFiles() throws IOException {
    Path real = Files.createDirectory(directory.resolve("real"));
    Path file = Files.writeString(real.resolve("in.txt"), "");
    Files.createSymbolicLink(directory.resolve("link"), real);
    assertThat(target(directory + "/link").writes(file.toRealPath())).isTrue();
  }

  @Test
  void aDashIsStandardOutput() throws IOException {
    target("-").publish(List.of(result("new")));
    assertThat(standardOutput).hasToString("new");
  }

  @Test
  void aDeviceIsWrittenToAndNotReplaced() throws IOException {
    target("/dev/null").publish(List.of(result("new")));
    assertThat(Path.of("/dev/null")).exists();
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @Test
  void whatCannotBeWrittenIsRefusedBeforeAnyWork() throws IOException {
    assertThatThrownBy(() -> target(directory + "/none/out.jsonl"))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("/none' does not exist; create it");
    Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> target(directory + "/file/out.jsonl"))
        .hasMessageContaining("is not a directory");
    assertThatThrownBy(() -> target("")).hasMessageContaining("needs a name");
    assertThatThrownBy(
            () -> DeadLetterTarget.of(Optional.of(directory.resolve("none/dead")), target("-")))
        .isInstanceOf(OutputException.class);
    assertThatThrownBy(() -> DeadLetterTarget.of(Optional.of(directory), target("-")))
        .hasMessageContaining("is a directory: name a file");
  }

  @Test
  void aDeadLetterFileThatIsAskedForIsWrittenEvenWhenEmpty() throws IOException {
    Path file = directory.resolve("dead");
    DeadLetterTarget.of(Optional.of(file), target("-")).publish(result(""));
    assertThat(file).isEmptyFile();
  }

  @Test
  void deadLettersOfAnEarlierRunDoNotStayBesideTheOutputThatReplacesIt() throws IOException {
    Path stale = Files.writeString(directory.resolve("out.jsonl.dead-letters.jsonl"), "{}");
    OutputTarget target = target(directory + "/out.jsonl");
    DeadLetterTarget.of(Optional.empty(), target).publish(result(""));
    assertThat(stale).doesNotExist();
  }

  private OutputTarget target(String name) throws IOException {
    return new OutputTargets(standardOutput).target(name, ResultFormat.JSONL);
  }

  private Path result(String content) throws IOException {
    Files.createDirectories(directory.resolve("work"));
    return Files.writeString(directory.resolve("work/part-00000"), content);
  }

  @Test
  void aFileForBothResultsAndDeadLettersIsRefused() {
    Path file = directory.resolve("out.jsonl");
    assertThatThrownBy(() -> DeadLetterTarget.of(Optional.of(file), target(file.toString())))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("cannot hold both results and dead letters");
  }
}
