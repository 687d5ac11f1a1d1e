package org.relunet.training.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.relunet.common.messages.ParserMessage;
import org.relunet.common.replacement.Replacement;
import org.relunet.evaluation.error.ErrorReport;
import org.relunet.evaluation.error.TextErrors;
import org.relunet.training.TrainingException;

/**
 * What went wrong in the texts that a training is scored on, in its directory: all of it in {@code
 * errors.jsonl}, a JSON object for each text with an error, and the worst for people in {@code
 * worst-texts.txt}.
 */
public final class ErrorFiles {
  /** Name of the file for programs. */
  public static final String ALL = "errors.jsonl";

  /** Name of the file for people. */
  public static final String WORST = "worst-texts.txt";

  private static final int WORST_SHOWN = 50;
  private static final ObjectMapper JSON = new ObjectMapper();

  private ErrorFiles() {}

  /**
   * Writes both files.
   *
   * @param errors the worst first
   */
  public static void write(List<TextErrors> errors, Path directory) throws IOException {
    Replacement.writePrivate(
        directory.resolve(ALL),
        stream -> {
          for (TextErrors text : errors) {
            stream.write((JSON.writeValueAsString(text) + "\n").getBytes(StandardCharsets.UTF_8));
          }
        });
    Replacement.writePrivate(
        directory.resolve(WORST), String.join("\n", ErrorReport.lines(errors, WORST_SHOWN)) + "\n");
  }

  /**
   * Reads all that was written.
   *
   * @throws TrainingException if the file is none of these
   */
  public static List<TextErrors> read(Path directory) throws IOException {
    Path file = directory.resolve(ALL);
    List<TextErrors> errors = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      try {
        errors.add(JSON.readValue(line, TextErrors.class));
      } catch (JsonProcessingException e) {
        throw new TrainingException(
            file
                + " is not what a training wrote there: "
                + ParserMessage.plain(e.getOriginalMessage()),
            e);
      }
    }
    return errors;
  }
}
