package org.relunet.common.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTest {
  @Test
  void oneThingIsTheOnlyOneWithoutAPlural() {
    assertThat(Count.of(0, "text")).isEqualTo("0 texts");
    assertThat(Count.of(1, "text")).isEqualTo("1 text");
    assertThat(Count.of(2, "text")).isEqualTo("2 texts");
    assertThat(Count.of(1, "entity", "entities")).isEqualTo("1 entity");
    assertThat(Count.of(1_000_000, "entity", "entities")).isEqualTo("1000000 entities");
  }
}
