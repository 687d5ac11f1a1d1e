package org.relunet.api.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelHashesTest {
  @Test
  void tellsContentsApart() {
    ModelHashes abc = ModelHashes.NONE.with("model", "abc".getBytes(UTF_8));

    // the example of FIPS 180-4
    assertThat(abc.sha256ByName())
        .containsOnlyKeys("model")
        .containsEntry("model", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(ModelHashes.NONE.with("model", "abd".getBytes(UTF_8))).isNotEqualTo(abc);
    assertThat(abc.with("a", new byte[0]).sha256ByName().firstKey()).isEqualTo("a");
    assertThat(ModelHashes.NONE.sha256ByName()).isEmpty();
  }
}
