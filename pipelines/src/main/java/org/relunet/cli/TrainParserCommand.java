package org.relunet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.relunet.parser.training.ParserTraining;
import org.relunet.parser.training.TrainingArguments;
import org.relunet.parser.training.TrainingResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code relunet train-parser}. */
@Command(
    name = "train-parser",
    description = {
      "Train the part-of-speech tagger and the dependency parser on a treebank.",
      "",
      "Treebanks are CoNLL-U files, compressed by gzip or not. The shipped models were made by this"
          + " command from Universal Dependencies English EWT.",
      ""
    })
final class TrainParserCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      required = true,
      description = "Treebank to learn from.")
  private Path train;

  @Option(
      names = "--dev",
      paramLabel = "FILE",
      required = true,
      description = "Treebank to measure on.")
  private Path dev;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Where the two models and their provenance go.")
  private Path output;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    TrainingResult result =
        new ParserTraining(
                new TrainingArguments(train, dev, output),
                (what, step, steps) ->
                    err.printf("relunet: step %d of %d: %s%n", step, steps, what))
            .run();
    err.printf(
        Locale.ROOT,
        "relunet: trained on %d sentences in %.0f s; on %d of %s: %s%n",
        result.trainSentences(),
        result.seconds(),
        result.devSentences(),
        dev.getFileName(),
        result.scores());
    PrintWriter out = spec.commandLine().getOut();
    out.println(result.tagger());
    out.println(result.parser());
    return ExitStatus.DONE;
  }
}
