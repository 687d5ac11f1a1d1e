package org.relunet.api.setting;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes texts as YAML on one line, for configurations and for {@code section.key=value}. */
public final class YamlText {
  /**
   * Has no character that means something in YAML, begins with a letter or a path's first.
   * Possessive, as a group that could be gone back into takes a call for each character.
   */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z/](?:[A-Za-z0-9_./+-]| (?=[A-Za-z0-9_./+-]))*+");

  /** Plain words that YAML 1.1 or 1.2 reads as something other than a text. */
  private static final Pattern WORD =
      Pattern.compile("null|true|false|yes|no|on|off|y|n", Pattern.CASE_INSENSITIVE);

  private YamlText() {}

  /** A scalar, in quotes wherever any reader might need them. */
  public static String of(String text) {
    return PLAIN.matcher(text).matches() && !WORD.matcher(text).matches() ? text : quoted(text);
  }

  /** A list of scalars in quotes. */
  public static String list(Stream<String> texts) {
    return texts.map(YamlText::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A scalar in quotes: a text, whatever its characters. */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars()
        .forEach(
            unit -> {
              switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                  if (isInvisible(unit)) {
                    out.append(String.format("\\u%04x", unit));
                  } else {
                    out.append((char) unit);
                  }
                }
              }
            });
    return out.append('"').toString();
  }

  /** Control characters, the line breaks of Unicode, and what YAML does not let stand as it is. */
  private static boolean isInvisible(int unit) {
    return Character.isISOControl(unit)
        || unit == 0xFEFF
        || unit == 0x2028
        || unit == 0x2029
        || unit >= 0xFFFE;
  }
}
