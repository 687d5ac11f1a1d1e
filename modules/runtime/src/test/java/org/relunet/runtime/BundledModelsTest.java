package org.relunet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The class path of this test brings no model. */
final class BundledModelsTest {
  @Test
  void withoutALocationTheDefaultIsMeant() {
    assertThat(BundledModels.at("")).contains(BundledModels.DEFAULT);
  }

  @Test
  void pathsAreNoBundledModels() {
    assertThat(BundledModels.names()).isEmpty();
    assertThat(BundledModels.at("./webnlg")).isEmpty();
    assertThat(BundledModels.at("/models/webnlg")).isEmpty();
  }
}
