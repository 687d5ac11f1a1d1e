package org.relunet.parser.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.maltparser.ml.lib.LibLinear;
import org.relunet.api.bounded.BoundedZip;
import org.relunet.common.replacement.Replacement;

/**
 * Rewrites the archives that OpenNLP and MaltParser make, so that the same training gives the same
 * bytes: no dates, no directories of the machine, entries in the order of their names.
 */
final class ModelArchive {
  private static final BoundedZip ARCHIVE = new BoundedZip(4L << 30, 1_000);
  private static final long NO_TIME = 315_532_800_000L; // 1980: the zip format knows none earlier

  private final Map<String, byte[]> entries = new TreeMap<>();

  private ModelArchive() {}

  static ModelArchive read(Path file) throws IOException {
    ModelArchive archive = new ModelArchive();
    try (InputStream in = Files.newInputStream(file)) {
      ARCHIVE.read(
          in,
          (entry, content) -> {
            archive.entries.put(entry.getName(), content.readAllBytes());
            return true;
          });
    }
    return archive;
  }

  /** Takes dates out of an OpenNLP model. */
  ModelArchive withoutDates() {
    entries.computeIfPresent(
        "manifest.properties",
        (name, text) ->
            sortedLines(
                text, line -> line.startsWith("#") || line.startsWith("Timestamp=") ? "" : line));
    return this;
  }

  /**
   * Takes out of a MaltParser model what parsing does not need: the log, symbols without a feature,
   * and the number of the options' container, which depends on what the process did before. Names
   * MaltParser's own class for its weights.
   */
  ModelArchive withoutLeftovers() {
    entries.keySet().removeIf(name -> name.endsWith(".info"));
    List<String> lists =
        entries.keySet().stream()
            .filter(name -> name.endsWith(CompactLiblinear.USED_SYMBOLS))
            .toList();
    for (String list : lists) {
      UsedSymbols used = UsedSymbols.read(entries.remove(list));
      entries.replaceAll((name, content) -> name.endsWith(".sym") ? used.prune(content) : content);
    }
    entries.replaceAll(
        (name, content) ->
            name.endsWith(".sop")
                ? sortedLines(
                    content,
                    line ->
                        line.replaceFirst("^\\d+", "0")
                            .replace(CompactLiblinear.class.getName(), LibLinear.class.getName()))
                : content);
    return this;
  }

  private static byte[] sortedLines(byte[] text, UnaryOperator<String> change) {
    return Arrays.stream(new String(text, UTF_8).split("\r?\n"))
        .map(change)
        .filter(line -> !line.isEmpty())
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(UTF_8);
  }

  void write(Path file) throws IOException {
    Replacement.write(file, this::writeTo);
  }

  private void writeTo(OutputStream bytes) throws IOException {
    ZipOutputStream out = new ZipOutputStream(bytes);
    out.setLevel(9);
    for (Map.Entry<String, byte[]> content : entries.entrySet()) {
      ZipEntry entry = new ZipEntry(content.getKey());
      entry.setTime(NO_TIME);
      out.putNextEntry(entry);
      out.write(content.getValue());
    }
    out.finish();
  }
}
