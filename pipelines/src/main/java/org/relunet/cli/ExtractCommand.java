package org.relunet.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.pipeline.engine.EngineProvider;
import org.relunet.pipeline.engine.EngineSelector;
import org.relunet.pipeline.extract.ExtractionCounts;
import org.relunet.pipeline.input.FormatChoice;
import org.relunet.pipeline.job.ExtractionJob;
import org.relunet.pipeline.job.ExtractionRequest;
import org.relunet.pipeline.job.ExtractionSummary;
import org.relunet.pipeline.job.FlinkSettings;
import org.relunet.pipeline.record.JsonPaths;
import org.relunet.pipeline.result.ResultFormat;
import org.relunet.pipeline.result.ResultSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relunet extract}. */
@Command(
    name = "extract",
    description = {
      "Extract triples from texts, as a Beam pipeline on Flink.",
      "",
      "Every document gives a line of JSON; offsets count Unicode code points of its text.",
      "Records that cannot be read or extracted from go to the dead-letter file.",
      ""
    })
final class ExtractCommand implements Callable<Integer> {
  private final EngineSelector engines;
  private final InputStream standardInput;
  private final OutputStream standardOutput;

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Documents documents;

  @Mixin private EngineOptions engine;

  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      defaultValue = "AUTO",
      description = {
        "text: a file is a document; lines: a line is a document; jsonl: a line is"
            + " {\"id\": ..., \"text\": ...}; html, markdown: a file is a document, of which the"
            + " visible text is read; auto (default): jsonl for .jsonl and .ndjson, text for .txt,"
            + " else by the first characters."
      })
  private FormatChoice inputFormat;

  @Option(
      names = "--text-path",
      paramLabel = "POINTER",
      defaultValue = JsonPaths.TEXT,
      description =
          "Where a line of JSON has the text, as /payload/body; default: ${DEFAULT-VALUE}")
  private String textPath;

  @Option(
      names = "--id-path",
      paramLabel = "POINTER",
      defaultValue = JsonPaths.ID,
      description = "Where a line of JSON has the id; default: ${DEFAULT-VALUE}")
  private String idPath;

  @Option(
      names = "--output",
      paramLabel = "FILE|DIR|-",
      defaultValue = "-",
      description = "Where results go; default: standard output.")
  private String output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "JSONL",
      description = "jsonl (default) or ntriples.")
  private ResultFormat format;

  @Option(
      names = "--min-confidence",
      paramLabel = "X",
      defaultValue = "0",
      description = "Leave out triples below this confidence, from 0 to 1.")
  private double minimumConfidence;

  @Option(
      names = "--dead-letters",
      paramLabel = "FILE",
      description = {
        "File for records that failed, as JSON lines; default: next to the output,"
            + " only if there are any."
      })
  private Optional<Path> deadLetters;

  @Option(
      names = "--base-iri",
      paramLabel = "IRI",
      defaultValue = ResultSettings.DEFAULT_BASE_IRI,
      description = "Start of the IRIs of N-Triples; default: ${DEFAULT-VALUE}")
  private String baseIri;

  @Option(
      names = "--provenance",
      description = "N-Triples: say where each triple was found, as rdf:Statement.")
  private boolean provenance;

  @Option(
      names = "--facts",
      description = {
        "Merge the triples of a document that say the same, with count, highest confidence and all"
            + " places; a surname may stand for a full name before it, an acronym for its name."
      })
  private boolean facts;

  @Option(
      names = "--flink-master",
      paramLabel = "HOST:PORT",
      description = {
        "Run on this Flink cluster; default: inside this process. Its workers must see --output,"
            + " input and model under the same paths as this program."
      })
  private Optional<String> flinkMaster;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = {
        "Workers; default: the processors of this machine, at most 4; on a cluster, its free slots."
      })
  private Optional<Integer> parallelism;

  ExtractCommand(EngineSelector engines, InputStream standardInput, OutputStream standardOutput) {
    this.engines = engines;
    this.standardInput = standardInput;
    this.standardOutput = standardOutput;
  }

  /** One of the two. */
  private static final class Documents {
    @Option(
        names = "--input",
        arity = "1..*",
        paramLabel = "FILE|DIR|GLOB|-",
        description = "What to read; - is standard input.")
    private List<String> inputs = List.of();

    @Option(names = "--text", paramLabel = "TEXT", description = "A text to extract from.")
    private Optional<String> text = Optional.empty();
  }

  @Override
  public Integer call() throws Exception {
    ExtractionRequest request = request();
    EngineProvider provider = engine.provider(engines);
    ExtractionSummary summary =
        new ExtractionJob(standardInput, standardOutput).run(request, provider);
    print(summary, spec.commandLine().getErr());
    return summary.counts().deadLetters() == 0 ? ExitStatus.DONE : ExitStatus.DEAD_LETTERS;
  }

  private ExtractionRequest request() {
    try {
      return new ExtractionRequest(
          documents.inputs,
          documents.text,
          inputFormat,
          new JsonPaths(textPath, idPath),
          output,
          deadLetters,
          new ResultSettings(format, minimumConfidence, baseIri, provenance, facts),
          new FlinkSettings(flinkMaster, parallelism));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static void print(ExtractionSummary summary, PrintWriter err) {
    ExtractionCounts counts = summary.counts();
    err.printf(
        Locale.ROOT,
        "relunet: documents %d, triples %d, dead letters %d, seconds %.1f%n",
        counts.documents(),
        counts.triples(),
        counts.deadLetters(),
        summary.duration().toMillis() / 1000.0);
    if (counts.deadLetters() > 0) {
      err.println("relunet: dead letters are in " + summary.deadLetters());
    }
  }
}
