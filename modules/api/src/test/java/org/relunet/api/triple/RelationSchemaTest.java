package org.relunet.api.triple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RelationSchemaTest {
  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "relation " + i).toList();
  }

  @Test
  void hasAsManyRelationsAsThereAreAnywhere() {
    assertThat(new RelationSchema(names(10_000)).size()).isEqualTo(10_000);
    assertThatThrownBy(() -> new RelationSchema(names(1_000_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1000000 relations; a schema has at most 10000");
  }
}
