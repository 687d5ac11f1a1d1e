package org.relunet.graph.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.jna.Function;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardErrorTest {
  @Test
  void whatNativeCodeWritesMeanwhileIsGiven() throws IOException {
    List<String> lines =
        StandardError.during(
            () -> {
              write("one\n");
              write("two");
            });

    assertThat(lines).containsExactly("one\n", "two");
  }

  @Test
  void standardErrorIsBackEvenAfterAFailure() throws IOException {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                StandardError.during(
                    () -> {
                      throw new IllegalStateException("failed");
                    }));

    assertThat(StandardError.during(() -> write("later\n"))).containsExactly("later\n");
  }

  /** As C would. */
  private static void write(String text) {
    Function.getFunction("c", "write").invokeLong(new Object[] {2, text, (long) text.length()});
  }
}
