package org.relunet.tokenizer.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ParagraphsTest {
  @Test
  void separatesAtBlankLinesOnly() {
    assertThat(paragraphs("one\ntwo\n\nthree\r\n \r\n\r\nfour\r\nfive"))
        .containsExactly("one\ntwo", "three", "four\r\nfive");
  }

  @Test
  void givesNoParagraphBehindTrailingBlankLines() {
    assertThat(paragraphs("one\n\n\n")).containsExactly("one");
    assertThat(paragraphs("one\n")).containsExactly("one\n");
  }

  @Test
  void givesNothingForAnEmptyText() {
    assertThat(paragraphs("")).isEmpty();
  }

  @Test
  void beginsBehindLeadingBlankLines() {
    assertThat(String.join("|", paragraphs("\n\none"))).endsWith("one");
  }

  private static List<String> paragraphs(String text) {
    List<String> found = new ArrayList<>();
    Paragraphs.forEach(text, (start, end) -> found.add(text.substring(start, end)));
    return found;
  }
}
