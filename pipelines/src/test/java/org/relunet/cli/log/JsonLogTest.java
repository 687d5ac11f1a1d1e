package org.relunet.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class JsonLogTest {
  private static List<JsonNode> lines(ByteArrayOutputStream written) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : written.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add(new JsonMapper().readTree(line));
    }
    return lines;
  }

  @Test
  void whatIsLoggedIsALineOfJsonAtTheLevelsThatAreConfigured() throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      JsonLogProvider provider = new JsonLogProvider();
      provider.initialize();
      Logger logger = provider.getLoggerFactory().getLogger("org.example.Some");
      logger.debug("not shown");
      logger.warn("first {}\nsecond", "line", new IllegalStateException("it broke"));
      provider.getLoggerFactory().getLogger("org.apache.flink.Any").error("switched off");
    } finally {
      System.setErr(before);
    }

    assertThat(lines(written))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("level").asText()).isEqualTo("WARN");
              assertThat(line.path("logger").asText()).isEqualTo("org.example.Some");
              assertThat(line.path("message").asText()).isEqualTo("first line\nsecond");
              assertThat(line.path("trace").asText()).startsWith("java.lang.IllegalStateException");
              assertThat(Instant.parse(line.path("time").asText())).isBefore(Instant.now());
            });
  }

  @Test
  void whatCommandsSayIsALineOfJsonToo() throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintWriter err = JsonMessages.writer(written);
    err.println("relunet: model \"a\" reads");
    err.println("relunet: warning: small");
    err.println("relunet: error: large");

    assertThat(lines(written))
        .extracting(line -> line.path("level").asText())
        .containsExactly("INFO", "WARN", "ERROR");
    assertThat(lines(written).get(0).path("message").asText())
        .isEqualTo("relunet: model \"a\" reads");
  }

  @Test
  void noMessageIsALineOfAnother() throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintWriter err = JsonMessages.writer(written);
    err.println("relunet: a\nrelunet: error: b\u009b\u202e");

    assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain("\u009b", "\u202e");
    assertThat(lines(written))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("level").asText()).isEqualTo("INFO");
              assertThat(line.path("message").asText())
                  .isEqualTo("relunet: a\n  relunet: error: b\\u009b\\u202e");
            });
  }
}
