package org.relunet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.relunet.common.messages.Count;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.conversion.EntityForm;
import org.relunet.corpus.format.CorpusFormat;
import org.relunet.corpus.format.CorpusReader;
import org.relunet.corpus.format.OffsetUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code relunet data convert}. */
@Command(
    name = "convert",
    description = {
      "Write annotated texts of any format that is read in the own one, and if asked for with each"
          + " entity cut down to its last word, as the -star data sets have them.",
      "",
      "The own format is read as raw text; where white space separates the words of the files, train"
          + " and evaluate with --set data.pretokenized=true.",
      ""
    })
final class DataConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      required = true,
      description = "Annotated texts; may be given again: all are put together.")
  private List<Path> data = new ArrayList<>();

  @Option(
      names = "--offsets",
      paramLabel = "UNIT",
      defaultValue = "CODE_POINTS",
      description = "What offsets count, as data.offsets; written are always code points.")
  private OffsetUnit offsets;

  @Option(
      names = "--entities",
      paramLabel = "FORM",
      defaultValue = "WHOLE",
      description = "whole (default), or last-word: the last stretch between white space.")
  private EntityForm entities;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "JSON lines in the own format; replaced if it exists.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    NewOutput.requireFile(output, data);
    CorpusReader reader = new CorpusReader(CorpusFormat.AUTO, offsets);
    List<AnnotatedText> texts =
        OwnFormat.read(data, reader, spec.commandLine()).stream().map(entities::of).toList();
    Files.createDirectories(output.toAbsolutePath().getParent());
    OwnFormat.write(texts, output);
    spec.commandLine().getOut().println(Count.of(texts.size(), "text") + " in " + output);
    return ExitStatus.DONE;
  }
}
