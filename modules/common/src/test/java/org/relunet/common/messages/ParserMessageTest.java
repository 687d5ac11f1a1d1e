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
  void theParsersInsidesAreLeftOut() {
    assertThat(
            ParserMessage.plain(
                "Document nesting depth (1001) exceeds the maximum allowed (1000, from"
                    + " `StreamReadConstraints.getMaxNestingDepth()`)"))
        .isEqualTo("Document nesting depth (1001) exceeds the maximum allowed (1000)");
    assertThat(
            ParserMessage.plain(
                "Trailing token (of type START_OBJECT) found after value (bound as"
                    + " `com.fasterxml.jackson.databind.JsonNode`): not allowed as per"
                    + " `DeserializationFeature.FAIL_ON_TRAILING_TOKENS`"))
        .isEqualTo("Trailing token (of type START_OBJECT) found after value");
  }

  @Test
  void otherMessagesStayAsTheyAre() {
    assertThat(ParserMessage.plain("Unexpected character ('A')"))
        .isEqualTo("Unexpected character ('A')");
    assertThat(ParserMessage.plain(null)).isEqualTo("unreadable");
    assertThat(ParserMessage.plain("")).isEqualTo("unreadable");
  }
}
