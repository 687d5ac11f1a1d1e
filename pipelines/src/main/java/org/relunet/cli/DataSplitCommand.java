package org.relunet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.common.messages.Count;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.format.CorpusReader;
import org.relunet.corpus.split.CorpusSplit;
import org.relunet.corpus.split.SplitBy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relunet data split}. */
@Command(
    name = "split",
    description = {
      "Divide annotated texts in two, train.jsonl and test.jsonl in the own format: at random, but the"
          + " same way for the same seed. Texts that are the same never go to both.",
      "",
      "The own format is read as raw text; where white space separates the words of the files, train"
          + " and evaluate with --set data.pretokenized=true.",
      ""
    })
final class DataSplitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      required = true,
      description = "Annotated texts; may be given again: all are put together first.")
  private List<Path> data = new ArrayList<>();

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      defaultValue = "TEXT",
      description = {
        "text (default): texts are divided; wording: nor are texts that share most of their words;"
            + " subject: no subject of a triple in the one file is one in"
            + " the other, so that nothing of it can be remembered."
      })
  private SplitBy by;

  @Option(
      names = "--share",
      paramLabel = "SHARE",
      description = "Share of the texts for test.jsonl; default: 0.1.")
  private Optional<Double> share = Optional.empty();

  @Option(
      names = "--texts",
      paramLabel = "N",
      description = "Number of the texts for test.jsonl, instead of their share.")
  private Optional<Integer> number = Optional.empty();

  @Option(
      names = "--train-part",
      paramLabel = "SHARE",
      defaultValue = "1",
      description = {
        "Share of the other texts to keep in train.jsonl, to see how scores grow with data; a smaller"
            + " one is part of a larger one. Default: all."
      })
  private double trainPart;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Source of the randomness; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Directory for both files; made if it is missing.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    if (share.isPresent() && number.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--share and --texts say the same; leave one of them out");
    }
    List<AnnotatedText> texts = OwnFormat.read(data, new CorpusReader(), spec.commandLine());
    CorpusSplit split;
    List<AnnotatedText> train;
    try {
      split =
          number.isPresent()
              ? CorpusSplit.counted(texts, number.get(), seed, by)
              : CorpusSplit.of(texts, share.orElse(0.1), seed, by);
      train = CorpusSplit.part(split.train(), trainPart, seed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
    Files.createDirectories(output);
    OwnFormat.write(train, output.resolve("train.jsonl"));
    OwnFormat.write(split.dev(), output.resolve("test.jsonl"));
    spec.commandLine()
        .getOut()
        .println(
            "%s in %s, %d in %s"
                .formatted(
                    Count.of(train.size(), "text"),
                    output.resolve("train.jsonl"),
                    split.dev().size(),
                    output.resolve("test.jsonl")));
    return ExitStatus.DONE;
  }
}
