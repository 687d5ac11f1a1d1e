package org.relunet.pipeline.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCallTest {
  @Test
  void itsLinesAreAFileOfArguments() {
    JavaCall call =
        new JavaCall(List.of("-Xmx1g"), List.of("/a b.jar"), "Main", List.of("say \"it\"", "c:\\"))
            .withFirst("/classes")
            .withOptions(List.of("-Da=1"))
            .withArguments(List.of("last"));

    assertThat(call.lines())
        .containsExactly(
            "\"-Xmx1g\"",
            "\"-Da=1\"",
            "\"-cp\"",
            "\"/classes:/a b.jar\"",
            "\"Main\"",
            "\"say \\\"it\\\"\"",
            "\"c:\\\\\"",
            "\"last\"");
  }
}
