package org.relunet.retraining.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relunet.common.directories.PrivateFiles;
import org.relunet.common.replacement.Replacement;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.format.CorpusFormat;
import org.relunet.corpus.format.CorpusReader;
import org.relunet.corpus.format.CorpusWriter;
import org.relunet.corpus.format.OffsetUnit;
import org.relunet.model.store.json.StrictJson;
import org.relunet.retraining.correction.Correction;
import org.relunet.retraining.correction.CorrectionReader;
import org.relunet.retraining.report.RunReport;

/** The files of one run. */
public final class RetrainDirectory {
  private static final String START = "run.json";

  private final Path root;

  private RetrainDirectory(Path root) {
    this.root = root;
  }

  /** Runs below a directory, the oldest first. */
  static List<RetrainDirectory> all(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(parent)) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve(START)))
          .sorted(Comparator.comparing(entry -> entry.getFileName().toString()))
          .map(RetrainDirectory::new)
          .toList();
    }
  }

  /** A new run. */
  static RetrainDirectory create(Path parent, String name, RunStart start) throws IOException {
    RetrainDirectory directory = new RetrainDirectory(parent.resolve(name));
    PrivateFiles.createDirectories(directory.root);
    Replacement.writePrivate(directory.root.resolve(START), StrictJson.write(start));
    return directory;
  }

  /** Its name, which its publication carries. */
  public String name() {
    return root.getFileName().toString();
  }

  /** Where it lies. */
  public Path root() {
    return root;
  }

  RunStart start() throws IOException {
    return StrictJson.read(Files.readString(root.resolve(START)), RunStart.class);
  }

  /** Those that this run read from the topic. */
  Path corrections() {
    return root.resolve("corrections.jsonl");
  }

  /** Those that it learns: of files, of earlier runs, and its own. */
  Path allCorrections() {
    return root.resolve("all-corrections.jsonl");
  }

  Path train() {
    return root.resolve("train.jsonl");
  }

  Path setAside() {
    return root.resolve("set-aside.jsonl");
  }

  Path relations() {
    return root.resolve("relations.json");
  }

  Path training() {
    return root.resolve("training");
  }

  private Path record(Stage stage) {
    return root.resolve(stage.label() + ".json");
  }

  /** What the stage left; empty where it is still to be done. */
  Optional<StageRecord> done(Stage stage) throws IOException {
    Path file = record(stage);
    return Files.isRegularFile(file)
        ? Optional.of(StrictJson.read(Files.readString(file), StageRecord.class))
        : Optional.empty();
  }

  /** Whether nothing is left to do: the report comes last. */
  boolean finished() {
    return Files.isRegularFile(root.resolve(RunReport.HTML));
  }

  void finish(Stage stage, StageRecord record) throws IOException {
    Replacement.writePrivate(record(stage), StrictJson.write(record));
  }

  /** Writes texts in the project's own format. */
  static void write(Path file, List<AnnotatedText> texts) throws IOException {
    CorpusWriter writer = new CorpusWriter();
    Replacement.writePrivate(
        file,
        out -> {
          for (AnnotatedText text : texts) {
            writer.write(text, out);
          }
        });
  }

  /** Reads what {@link #write} wrote; an empty file has no texts. */
  static List<AnnotatedText> read(Path file) throws IOException {
    return Files.size(file) == 0
        ? List.of()
        : new CorpusReader(CorpusFormat.RELUNET, OffsetUnit.CODE_POINTS).read(file);
  }

  /** Writes corrections as they came, one a line. */
  static void writeCorrections(Path file, List<Correction> corrections) throws IOException {
    Replacement.writePrivate(
        file, corrections.stream().map(each -> each.json() + "\n").collect(Collectors.joining()));
  }

  /** Reads what {@link #writeCorrections} wrote. */
  static List<Correction> readCorrections(Path file) throws IOException {
    List<Correction> corrections = new ArrayList<>();
    try (Stream<String> lines = Files.lines(file)) {
      for (String line : (Iterable<String>) lines::iterator) {
        corrections.add(
            CorrectionReader.read(
                line.getBytes(StandardCharsets.UTF_8), "correction-" + (corrections.size() + 1)));
      }
    }
    return corrections;
  }
}
