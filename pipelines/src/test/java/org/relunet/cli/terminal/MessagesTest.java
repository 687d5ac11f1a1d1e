package org.relunet.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final String EVIL = "key \u001b[31m\u202e\u0085\nrelunet: error: none 😀é";
  private static final String SHOWN = "key \\u001b[31m\\u202e\\u0085\n  relunet: error: none 😀é\n";
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void noMessageForgesAnother() {
    MessageWriter writer = new MessageWriter(written);
    writer.println(EVIL);
    writer.printf("%s%n", EVIL);
    writer.println((Object) EVIL);
    writer.flush();
    assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo(SHOWN.repeat(3));
  }

  @Test
  void whatLibrariesAndTheJvmPrintIsNoDifferent() {
    try (PrintStream stream = new MessageStream(written)) {
      stream.println(EVIL);
      new IllegalStateException(EVIL).printStackTrace(stream);
    }
    assertThat(written.toString(StandardCharsets.UTF_8))
        .startsWith(SHOWN + "java.lang.IllegalStateException: " + SHOWN + "\tat ");
  }

  @Test
  void charactersThatComeInPiecesStayWhole() {
    try (PrintStream stream = new MessageStream(written)) {
      for (byte piece : "é😀\u202e字".getBytes(StandardCharsets.UTF_8)) {
        stream.write(piece);
      }
    }
    assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("é😀\\u202e字");
  }
}
