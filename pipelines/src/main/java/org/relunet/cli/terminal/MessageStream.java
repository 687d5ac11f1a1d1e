package org.relunet.cli.terminal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.relunet.common.messages.Visible;

/** What {@link MessageWriter} does, for those who print to {@link System#err}: loggers, the JVM. */
public final class MessageStream extends PrintStream {
  public MessageStream(OutputStream out) {
    super(new VisibleOutput(out), true, StandardCharsets.UTF_8);
  }

  @Override
  public void println(String message) {
    super.println(Visible.message(String.valueOf(message)));
  }

  @Override
  public void println(Object message) {
    println(String.valueOf(message));
  }
}
