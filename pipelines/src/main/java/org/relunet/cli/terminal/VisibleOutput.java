package org.relunet.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.relunet.common.messages.Visible;

/** Takes UTF-8 and passes it on with {@link Visible#text escapes} for what steers a terminal. */
final class VisibleOutput extends OutputStream {
  private static final int LONGEST_CHARACTER = 4;

  private final OutputStream out;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  /** First bytes of a character whose others have not come yet. */
  private ByteBuffer begun = ByteBuffer.allocate(0);

  VisibleOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(begun.remaining() + length);
    all.put(begun).put(bytes, offset, length).flip();
    CharBuffer characters = CharBuffer.allocate(all.remaining() + LONGEST_CHARACTER);
    decoder.decode(all, characters, false);
    begun = all.slice();
    out.write(Visible.text(characters.flip().toString()).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
