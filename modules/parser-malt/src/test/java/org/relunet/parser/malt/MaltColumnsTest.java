package org.relunet.parser.malt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MaltColumnsTest {
  @Test
  void writesWordsInLowerCaseWithTheirEndingsAndDigitsAsZero() {
    assertThat(MaltColumns.input(3, "Apollo-12", "PROPN")).isEqualTo("3\tapollo-00\tPROPN\t-00");
  }

  @Test
  void writesHeadAndRelationOfExamples() {
    assertThat(MaltColumns.example(1, "Bean", "PROPN", 2, "nsubj"))
        .isEqualTo("1\tbean\tPROPN\tean\t2\tnsubj");
  }

  @Test
  void keepsTabsAndLineEndsOfWordsAndTagsOutOfTheColumns() {
    assertThat(MaltColumns.input(1, "a\tb\n", "x\ty"))
        .isEqualTo("1\ta\u00B7b\u00B7\t_\t\u00B7b\u00B7");
  }
}
