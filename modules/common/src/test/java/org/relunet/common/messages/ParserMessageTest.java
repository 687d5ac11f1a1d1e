package org.relunet.common.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParserMessageTest {
  @Test
  void thePlaceKeepsItsLineAndColumnAndLosesTheSource() {
    assertThat(
            ParserMessage.plain(
                "expected close marker for Object (start marker at [Source: REDACTED"
                    + " (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 1])\n"
                    + " at [Source: REDACTED; line: 2]"))
        .isEqualTo("expected close marker for Object (start marker at line: 1, column: 1)");
  }

  @Test
  void aSourceWithoutAPlaceIsLeftOut() {
    assertThat(ParserMessage.plain("ends at [Source: UNKNOWN]")).isEqualTo("ends at here");
  }

  @Test
  void otherMessagesStayAsTheyAre() {
    assertThat(ParserMessage.plain("Unexpected character ('A')"))
        .isEqualTo("Unexpected character ('A')");
    assertThat(ParserMessage.plain(null)).isEqualTo("unreadable");
    assertThat(ParserMessage.plain("")).isEqualTo("unreadable");
  }
}
