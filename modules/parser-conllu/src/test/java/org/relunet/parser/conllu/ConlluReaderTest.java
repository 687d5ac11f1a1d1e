package org.relunet.parser.conllu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relunet.parser.conllu.ConlluFiles.word;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.api.text.TokenSpan;
import org.relunet.contract.bound.Bounds;

final class ConlluReaderTest {
  @TempDir Path directory;

  @Test
  void readsWordsTagsHeadsAndRelations() throws IOException {
    Path file =
        ConlluFiles.write(
            directory,
            "# sent_id = 1",
            "1 Bean Bean PROPN NNP Number=Sing 2 nsubj _ _",
            "2 flew fly VERB VBD _ 0 root _ SpaceAfter=No",
            "",
            word(1, "Stop", 0, "root"));
    assertThat(read(file))
        .containsExactly(
            new ConlluSentence(
                2,
                List.of(
                    new ConlluWord("Bean", "PROPN", 1, "nsubj"),
                    new ConlluWord("flew", "VERB", -1, "root")),
                List.of()),
            new ConlluSentence(5, List.of(new ConlluWord("Stop", "NOUN", -1, "root")), List.of()));
  }

  @Test
  void refusesWhatUnpacksWithoutBound() throws IOException {
    Path file = directory.resolve("trees.conllu.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      byte[] lines = "\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 256; i++) {
        out.write(lines);
      }
    }
    assertThatThrownBy(() -> Bounds.megabytes(64, 20).within(() -> read(file)))
        .isInstanceOf(MalformedConlluException.class)
        .hasMessageContainingAll("trees.conllu.gz", "times its size");
  }

  @Test
  void refusesLinesAndSentencesOfAnyLength() throws IOException {
    Path line = Files.writeString(directory.resolve("line.conllu"), "1\t" + "x".repeat(5 << 20));
    assertThatThrownBy(() -> Bounds.megabytes(64, 10).within(() -> read(line)))
        .isInstanceOf(MalformedConlluException.class)
        .hasMessageContaining("line.conllu:1: a line has more than");
    String[] chain = new String[10_001];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = word(i + 1, "w", i, "dep");
    }
    Path sentence = ConlluFiles.write(directory, chain);
    assertThatThrownBy(() -> Bounds.megabytes(64, 10).within(() -> read(sentence)))
        .isInstanceOf(MalformedConlluException.class)
        .hasMessageContaining("trees.conllu:10001: a sentence of more than 10000 words");
  }

  @Test
  void keepsMultiwordTokensBesideTheWordsAndSkipsEmptyNodes() throws IOException {
    Path file =
        ConlluFiles.write(
            directory,
            word(1, "They", 3, "nsubj"),
            "2-3 don't _ _ _ _ _ _ _ _",
            word(2, "do", 0, "root"),
            "2.1 not _ _ _ _ _ _ 2:x _",
            word(3, "n't", 2, "advmod"));
    ConlluSentence sentence = read(file).get(0);
    assertThat(sentence.forms()).containsExactly("They", "do", "n't");
    assertThat(sentence.multiwords())
        .containsExactly(new SurfaceToken("don't", new TokenSpan(1, 2)));
  }

  @Test
  void readsFilesCompressedWithGzip() throws IOException {
    Path file = directory.resolve("trees.conllu.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(word(1, "Stop", 0, "root").replace(' ', '\t').getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(file)).hasSize(1);
  }

  @Test
  void readsLineEndsOfWindowsAndAByteOrderMark() throws IOException {
    Path file = directory.resolve("windows.conllu");
    String line = word(1, "Stop", 0, "root").replace(' ', '\t');
    Files.writeString(file, "\uFEFF" + line + "\r\n\r\n" + line + "\r\n");
    assertThat(read(file)).extracting(ConlluSentence::line).containsExactly(1, 3);
  }

  @Test
  void givesNothingForAnEmptyFile() throws IOException {
    assertThat(read(Files.createFile(directory.resolve("empty.conllu")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 a _ X _ _ 0 root _             | 3 | 10 columns separated by tabs, this has 9",
        "2 a _ X _ _ 0 root _ _           | 3 | word 2 stands where word 1 is expected",
        "x a _ X _ _ 0 root _ _           | 3 | column 1 (ID) holds 'x'",
        "1 a _ X _ _ up root _ _          | 3 | column 7 (HEAD) holds 'up'",
        "1 a _ X _ _ 2 root _ _           | 3 | head 2 is not a word of this sentence of 1",
        "1 a _ X _ _ 1 root _ _           | 3 | one word with head 0, this has 0",
        "2-3 a _ X _ _ _ _ _ _            | 3 | multiword token 2-3 does not stand right before",
        "1-2 a _ X _ _ _ _ _ _            | 3 | a multiword token without its words",
      })
  void namesFileAndLineOfWhatBreaksTheFormat(String line, int number, String problem) {
    Path file = ConlluFiles.write(directory, "# a comment", "#", line.strip());
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(MalformedConlluException.class)
        .hasMessageStartingWith(file + ":" + number + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void refusesHeadsThatMakeACycle() {
    Path file =
        ConlluFiles.write(
            directory, word(1, "a", 0, "root"), word(2, "b", 3, "dep"), word(3, "c", 2, "dep"));
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(MalformedConlluException.class)
        .hasMessageContaining("the heads make no tree");
  }

  @Test
  void namesTheFileThatIsNotUtf8() throws IOException {
    Path file = directory.resolve("latin.conllu");
    Files.write(file, "1\tM\u00FCller".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(MalformedConlluException.class)
        .hasMessageContaining("not UTF-8");
  }

  private static List<ConlluSentence> read(Path file) throws IOException {
    return new ConlluReader().read(file);
  }
}
