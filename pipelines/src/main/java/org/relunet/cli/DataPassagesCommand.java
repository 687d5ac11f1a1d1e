package org.relunet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.relunet.common.messages.Count;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.format.DocumentReader;
import org.relunet.corpus.passages.AnnotatedDocument;
import org.relunet.corpus.passages.Passages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relunet data passages}. */
@Command(
    name = "passages",
    description = {
      "Cut documents, whose facts reach over sentences, into overlapping passages in the own format:"
          + " from each sentence on as many whole sentences as fit. A passage has the facts whose"
          + " evidence it holds.",
      "",
      "modules/corpus/FORMATS.md describes the layout of documents.",
      ""
    })
final class DataPassagesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--documents",
      paramLabel = "FILE",
      required = true,
      description = "Documents, one JSON object a line; may be given again. .gz is unpacked.")
  private List<Path> documents = new ArrayList<>();

  @Option(
      names = "--words",
      paramLabel = "N",
      defaultValue = "60",
      description = {
        "Words that a passage has at most, unless one sentence has more; 1 gives single sentences."
            + " Default: ${DEFAULT-VALUE}."
      })
  private int words;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "JSON lines in the own format; replaced if it exists. .gz is packed.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    NewOutput.requireFile(output, documents);
    if (words < 1) {
      throw new ParameterException(spec.commandLine(), "--words must be 1 at least, not " + words);
    }
    Passages passages = new Passages(words);
    List<AnnotatedText> texts = new ArrayList<>();
    int read = 0;
    for (Path file : documents) {
      for (AnnotatedDocument document : new DocumentReader().read(file)) {
        texts.addAll(passages.of(document));
        read++;
      }
    }
    Files.createDirectories(output.toAbsolutePath().getParent());
    OwnFormat.write(texts, output);
    spec.commandLine()
        .getOut()
        .println(
            "%s of %s in %s"
                .formatted(Count.of(texts.size(), "passage"), Count.of(read, "document"), output));
    return ExitStatus.DONE;
  }
}
