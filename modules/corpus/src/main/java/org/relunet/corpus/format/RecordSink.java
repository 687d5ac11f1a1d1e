package org.relunet.corpus.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;

/** Takes a file's JSON values one by one, passes texts on, and collects what is wrong. */
final class RecordSink {
  private static final int PROBLEMS_SHOWN = 10;

  private final Path file;
  private final CorpusFormat format;
  private final OffsetUnit offsets;
  private final Consumer<AnnotatedText> texts;
  private final String fallbackIdPrefix;
  private final List<String> problems = new ArrayList<>();
  private RecordShape shape;
  private int records;
  private int problemCount;

  RecordSink(Path file, CorpusFormat format, OffsetUnit offsets, Consumer<AnnotatedText> texts) {
    this.file = file;
    this.format = format;
    this.offsets = offsets;
    this.texts = texts;
    String name = file.getFileName().toString();
    int dot = name.indexOf('.');
    fallbackIdPrefix = (dot > 0 ? name.substring(0, dot) : name) + "-";
  }

  /** Number of the record that is read next, from 1. */
  int nextRecord() {
    return records + 1;
  }

  void record(JsonNode record, long line) {
    records++;
    AnnotatedText text;
    try {
      if (!record.isObject()) {
        throw new RecordProblem("expected an object, got " + RecordShape.describe(record));
      }
      if (shape == null) {
        shape = RecordShape.of(format, offsets, record);
      }
      text = shape.read(record, fallbackIdPrefix + records);
    } catch (RecordProblem problem) {
      problem(line, "record " + records + ": " + problem.getMessage());
      return;
    }
    texts.accept(text);
  }

  /** A record that could not even be parsed. */
  void unreadable(String reason, long line) {
    records++;
    problem(line, "record " + records + " " + reason);
  }

  private void problem(long line, String message) {
    problemCount++;
    if (problems.size() < PROBLEMS_SHOWN) {
      problems.add(file + ":" + line + ": " + message);
    }
  }

  /** To be called after the last record: the format that the records had. */
  CorpusFormat finish() {
    if (problemCount > 0) {
      String more =
          problemCount > problems.size()
              ? System.lineSeparator() + "and " + (problemCount - problems.size()) + " more"
              : "";
      throw new CorpusException(
          String.join(System.lineSeparator(), problems)
              + more
              + System.lineSeparator()
              + problemCount
              + " of "
              + records
              + " records cannot be read; mend or remove them (formats: modules/corpus/FORMATS.md)");
    }
    if (records == 0) {
      throw new CorpusException(
          file + ": holds no record; expected a JSON array or one JSON object a line");
    }
    return shape.format();
  }
}
