package org.relunet.corpus.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.relunet.common.messages.Excerpt;

/** Files that hold no JSON: what they look like, and what makes of them something that is read. */
final class ForeignFile {
  /** So much of a file is looked at. */
  static final int BEGINNING = 4096;

  private static final String OWN_FORMAT =
      "write each text as a line of JSON, as modules/corpus/FORMATS.md shows";
  private static final Pattern BRAT = Pattern.compile("[TRE]\\d+\\t.*");
  private static final Pattern CONLL = Pattern.compile("\\S+\\t\\S+\\t\\S+\\t.*");

  private ForeignFile() {}

  /** What is wrong with a file that begins so; empty where it may be JSON. */
  static Optional<String> of(byte[] beginning) {
    if (startsWith(beginning, 0xFE, 0xFF)
        || startsWith(beginning, 0xFF, 0xFE)
        || everyOtherByteIsZero(beginning)) {
      return Optional.of("is UTF-16; convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW_FILE");
    }
    if (startsWith(beginning, 0x1F, 0x8B)) {
      return Optional.of("is compressed by gzip; unpack it: gunzip -k FILE");
    }
    if (startsWith(beginning, 'P', 'K', 3, 4)) {
      return Optional.of(
          "is a ZIP archive or an Office document; unpack it, or save it as text, then "
              + OWN_FORMAT);
    }
    String text = new String(beginning, StandardCharsets.UTF_8).stripLeading();
    if (text.isEmpty() || text.startsWith("{") || text.startsWith("[")) {
      return Optional.empty();
    }
    if (text.startsWith("<")) {
      return Optional.of("looks like XML or HTML; " + OWN_FORMAT);
    }
    String line = text.lines().findFirst().orElse("");
    if (BRAT.matcher(line).matches()) {
      return Optional.of("looks like brat's standoff annotation (.ann); " + OWN_FORMAT);
    }
    if (CONLL.matcher(line).matches()) {
      return Optional.of("looks like columns separated by tabs (TSV, CoNLL); " + OWN_FORMAT);
    }
    for (char separator : new char[] {',', ';', '\t'}) {
      if (line.chars().filter(character -> character == separator).count() >= 2
          && text.lines().skip(1).findFirst().isPresent()
          && !line.contains(". ")) {
        return Optional.of(
            "looks like a table (CSV) whose first line is '"
                + Excerpt.of(line, 60)
                + "'; "
                + OWN_FORMAT);
      }
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean everyOtherByteIsZero(byte[] bytes) {
    int pairs = Math.min(bytes.length, 64) / 2;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < pairs; i++) {
      even += bytes[2 * i] == 0 ? 1 : 0;
      odd += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    return pairs > 1 && (even == pairs || odd == pairs);
  }
}
