package org.relunet.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.relunet.common.replacement.Replacement;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.format.CorpusReader;
import org.relunet.corpus.format.CorpusWriter;
import org.relunet.corpus.format.DataStream;
import picocli.CommandLine;

/** Annotated texts of several files, made into one set, and written in the own format. */
final class OwnFormat {
  private static final int EXAMPLES = 3;

  private OwnFormat() {}

  /** All texts, with distinct ids. What the own format cannot hold of them is told. */
  static List<AnnotatedText> read(List<Path> files, CorpusReader reader, CommandLine command)
      throws IOException {
    List<AnnotatedText> texts = new ArrayList<>();
    for (Path file : files) {
      texts.addAll(reader.read(file));
    }
    List<AnnotatedText> distinct = withDistinctIds(texts);
    tellNotInText(distinct, command.getErr());
    return distinct;
  }

  /** Writes the texts, packed if the file's name ends in {@code .gz}. */
  static void write(List<AnnotatedText> texts, Path file) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try (OutputStream target =
        DataStream.isCompressed(file) ? new GZIPOutputStream(lines) : lines) {
      CorpusWriter writer = new CorpusWriter();
      for (AnnotatedText text : texts) {
        writer.write(text, target);
      }
    }
    Replacement.write(file, lines.toByteArray());
  }

  /** Ids of several files, or none at all, may be the same. */
  private static List<AnnotatedText> withDistinctIds(List<AnnotatedText> texts) {
    Set<String> ids = new HashSet<>();
    List<AnnotatedText> distinct = new ArrayList<>();
    for (AnnotatedText text : texts) {
      String id = text.id();
      for (int again = 2; !ids.add(id); again++) {
        id = text.id() + "-" + again;
      }
      distinct.add(text.withId(id));
    }
    return distinct;
  }

  private static void tellNotInText(List<AnnotatedText> texts, PrintWriter err) {
    List<String> missing =
        texts.stream()
            .flatMap(text -> text.notInText().stream().map(name -> text.id() + ": '" + name + "'"))
            .toList();
    if (!missing.isEmpty()) {
      err.println(
          "relunet: left out entities that are listed, but not in their texts, %d in all: %s%s"
              .formatted(
                  missing.size(),
                  String.join(", ", missing.subList(0, Math.min(EXAMPLES, missing.size()))),
                  missing.size() > EXAMPLES ? ", ..." : ""));
    }
  }
}
