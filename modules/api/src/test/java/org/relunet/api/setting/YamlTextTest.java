package org.relunet.api.setting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlTextTest {
  @Test
  void aTextMayBeOfAnyLength() {
    String letters = "a".repeat(2_000_000);
    assertThat(YamlText.of(letters)).isEqualTo(letters);
    assertThat(YamlText.of("a b ".repeat(500_000))).startsWith("\"a b a").endsWith("b \"");
    assertThat(YamlText.of("a b".repeat(500_000))).startsWith("a ba");
  }
}
