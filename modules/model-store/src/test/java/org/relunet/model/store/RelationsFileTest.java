package org.relunet.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relunet.api.triple.RelationSchema;

final class RelationsFileTest {
  @Test
  void irisAreKeptAndWithoutThemTheFileIsWhatItWas() {
    RelationSchema plain = new RelationSchema(List.of("a", "b"));
    RelationSchema named = new RelationSchema(List.of("a", "b"), Map.of("b", "urn:x:b"));

    assertThat(RelationsFile.toJson(plain)).doesNotContain("iris");
    assertThat(RelationsFile.parse(RelationsFile.toJson(plain))).isEqualTo(plain);
    assertThat(RelationsFile.parse(RelationsFile.toJson(named)).iris())
        .isEqualTo(Map.of("b", "urn:x:b"));
    assertThat(RelationsFile.parse("{\"relations\": [\"a\", \"b\"]}").iris()).isEmpty();
  }
}
