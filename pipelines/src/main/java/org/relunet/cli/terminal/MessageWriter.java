package org.relunet.cli.terminal;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.relunet.common.messages.Visible;

/**
 * Writes messages for people: what is printed by one call is one message, whose second and later
 * lines are indented. Text that is printed without a line end is only escaped, as help is.
 */
public final class MessageWriter extends PrintWriter {
  /** Writes UTF-8. */
  public MessageWriter(OutputStream out) {
    super(new VisibleOutput(out), true, StandardCharsets.UTF_8);
  }

  /**
   * @param out gets a message in one piece, and then its line end
   */
  public MessageWriter(Writer out) {
    super(out, true);
  }

  @Override
  public void println(String message) {
    super.println(Visible.message(String.valueOf(message)));
  }

  @Override
  public void println(Object message) {
    println(String.valueOf(message));
  }

  @Override
  public PrintWriter format(String format, Object... values) {
    return format(Locale.getDefault(Locale.Category.FORMAT), format, values);
  }

  @Override
  public PrintWriter format(Locale locale, String format, Object... values) {
    String message = String.format(locale, format, values);
    String end = System.lineSeparator();
    if (message.endsWith(end)) {
      println(message.substring(0, message.length() - end.length()));
    } else {
      print(Visible.message(message));
    }
    return this;
  }
}
