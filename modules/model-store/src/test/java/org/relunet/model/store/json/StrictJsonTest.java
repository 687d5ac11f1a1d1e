package org.relunet.model.store.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  record Point(int x, int y) {}

  @Test
  void writesTheSameBytesEverywhere() {
    assertThat(StrictJson.write(new Point(1, 2))).isEqualTo("{\n  \"x\" : 1,\n  \"y\" : 2\n}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"x\":1,\"y\":2,\"z\":3}",
        "{\"x\":1,\"x\":2,\"y\":2}",
        "{\"x\":1,\"y\":2} {}",
        "{\"x\":1,\"y\":null}",
        "{\"x\":1,\"y\":2.5}",
        "{\"x\":1",
        ""
      })
  void readsNothingButTheKnownForm(String json) {
    assertThatThrownBy(() -> StrictJson.read(json, Point.class))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("line 1");
  }
}
