package org.relunet.config.rendering;

import org.relunet.config.key.Key;
import org.relunet.config.key.KeyGroup;
import org.relunet.config.key.ValueKey;

/** Writes every key with its default, and in comments what it is for and what it may be. */
public final class ReferenceWriter {
  /** Columns, as far as words can be broken there. */
  private static final int WIDTH = 110;

  private final StringBuilder out = new StringBuilder();

  private ReferenceWriter() {}

  /**
   * @param introduction a comment at the top, paragraphs as lines
   */
  public static String write(String introduction, KeyGroup root) {
    ReferenceWriter writer = new ReferenceWriter();
    introduction.lines().forEach(paragraph -> writer.comment(paragraph, ""));
    for (Key section : root.keys().values()) {
      writer.out.append('\n');
      writer.writeKey(section, "");
    }
    return writer.out.toString();
  }

  private void writeKey(Key key, String indent) {
    comment(key.help(), indent);
    if (key instanceof ValueKey value) {
      String text = value.type().write(value.defaultValue());
      comment(allowed(value, text), indent);
      out.append(indent).append(key.name()).append(": ").append(text).append('\n');
    } else if (key instanceof KeyGroup group) {
      out.append(indent).append(key.name());
      out.append(group.keys().isEmpty() ? ": {}\n" : ":\n");
      boolean first = true;
      for (Key inner : group.keys().values()) {
        out.append(first ? "" : "\n");
        writeKey(inner, indent + "  ");
        first = false;
      }
    }
  }

  private static String allowed(ValueKey key, String defaultText) {
    String phrase = key.type().phrase();
    String unit = key.unit().isEmpty() ? "" : "; unit: " + key.unit();
    String shown = defaultText.equals("\"\"") || defaultText.equals("[]") ? "empty" : defaultText;
    return phrase + unit + "; default: " + shown;
  }

  private void comment(String text, String indent) {
    String start = indent + "#";
    StringBuilder line = new StringBuilder(start);
    for (String word : text.split("\\s+")) {
      if (line.length() > start.length() && line.length() + 1 + word.length() > WIDTH) {
        out.append(line).append('\n');
        line = new StringBuilder(start);
      }
      line.append(' ').append(word);
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
