package org.relunet.training.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;
import org.relunet.common.directories.PrivateFiles;
import org.relunet.common.replacement.Replacement;

/** A file of JSON objects, one a line, that a resumed run goes on with. */
final class MetricsFile implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final OutputStream output;

  /**
   * Opens the file for appending, after dropping the lines that do not stay valid. A last line that
   * a killed process left unfinished is dropped as well.
   *
   * @throws IOException if a line before the last is no JSON object; nothing is changed then
   */
  MetricsFile(Path file, Predicate<JsonNode> staysValid) throws IOException {
    if (file.toAbsolutePath().getParent() != null) {
      PrivateFiles.createDirectories(file.toAbsolutePath().getParent());
    }
    if (Files.exists(file)) {
      keep(file, staysValid);
    }
    output =
        PrivateFiles.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Appends the object as a line; it reaches the operating system in one write. */
  void append(JsonNode object) throws IOException {
    output.write((MAPPER.writeValueAsString(object) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void keep(Path file, Predicate<JsonNode> staysValid) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      Replacement.writePrivate(file, out -> copyKept(lines, file, staysValid, out));
    }
  }

  private static void copyKept(
      BufferedReader lines, Path file, Predicate<JsonNode> staysValid, OutputStream out)
      throws IOException {
    String line = lines.readLine();
    for (int number = 1; line != null; number++) {
      String next = lines.readLine();
      if (isKept(line, next == null, staysValid, file + ":" + number)) {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
      line = next;
    }
  }

  private static boolean isKept(
      String line, boolean last, Predicate<JsonNode> staysValid, String place) throws IOException {
    JsonNode object;
    try {
      object = MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      if (last) {
        return false;
      }
      throw notMetrics(place, e);
    }
    if (!object.isObject()) {
      throw notMetrics(place, null);
    }
    return staysValid.test(object);
  }

  private static IOException notMetrics(String place, Throwable cause) {
    return new IOException(
        place + ": this line is no JSON object; move the file away, and a new one is begun", cause);
  }

  @Override
  public void close() throws IOException {
    output.close();
  }
}
