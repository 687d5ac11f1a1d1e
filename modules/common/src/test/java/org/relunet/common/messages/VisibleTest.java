package org.relunet.common.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void whatSteersATerminalIsShown() {
    assertThat(Visible.text("a\u001b[2J\u0007\u009b\u007f\r\u202e\u2066\u200f\u061c\u2028b"))
        .isEqualTo("a\\u001b[2J\\u0007\\u009b\\u007f\\u000d\\u202e\\u2066\\u200f\\u061c\\u2028b");
  }

  @Test
  void allElseStays() {
    String text = "é\tשלום 😀\n\u200d字";
    assertThat(Visible.text(text)).isSameAs(text);
    assertThat(Visible.line("a\nb\tc")).isEqualTo("a\\u000ab\\u0009c");
  }

  @Test
  void aMessageHasOneFirstLine() {
    assertThat(Visible.message("bad:\n  - a\nrelunet: error: none\n\n\tx\n"))
        .isEqualTo("bad:\n  - a\n  relunet: error: none\n  \n\tx\n");
  }

  @Test
  void namesMeanNothingInMarkdown() {
    assertThat(PlainMarkdown.text("a\n# <script>|*b*"))
        .isEqualTo("a\\\\u000a\\# \\<script\\>\\|\\*b\\*");
    assertThat(PlainMarkdown.code("a`\n|b")).isEqualTo("`a'\\u000a|b`");
    assertThat(PlainMarkdown.codeCell("a|b")).isEqualTo("`a\\|b`");
  }
}
