package org.relunet.tokenizer.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BoundaryRulesTest {
  private final BoundaryRules rules = new BoundaryRules(new Abbreviations());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the A.C.| Chievo",
        "John F.| Kennedy",
        "in St.| Louis",
        "with Dr.| Who",
        "(St.| Louis)",
        "the U.S.| one",
        "J.| A. Smith",
        "on Jan.| 5",
        "in Fig.| 3",
        "Smith et al.| 2010",
        "Smith & Co.| Ltd. sells",
        "Yahoo!| Inc. sells",
        "it ended.| and",
        "it ended.| )",
        "it ended.| . .",
      })
  void noSentenceEndsAtAbbreviationsAndBeforeWhatBeginsNone(String text) {
    assertThat(ends(text)).hasValue(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in the U.S.| It is",
        "He saw Kiev.| The city",
        "He saw Kiev.| \"The city\"",
        "Smith Inc.| She left",
        "He left!| The end",
      })
  void aSentenceEndsBeforeAWordThatOpensOne(String text) {
    assertThat(ends(text)).hasValue(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It ended.| Kennedy",
        "So am I.| Kennedy",
        "He left!| 12 came",
        "Smith Inc.| Kennedy",
        "He said no.| Kennedy",
        "It ended.| \u05E9\u05DC\u05D5\u05DD",
      })
  void theModelDecidesElsewhere(String text) {
    assertThat(ends(text)).isEmpty();
  }

  /** The bar marks the end of what stands before; a space follows. */
  private Optional<Boolean> ends(String marked) {
    int end = marked.indexOf('|');
    return rules.ends(marked.replace("|", ""), 0, end, end + 1);
  }
}
