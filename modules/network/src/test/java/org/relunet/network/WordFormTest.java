package org.relunet.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFormTest {
  @ParameterizedTest
  @CsvSource({
    "airport, LOWER",
    "Airport, CAPITALISED",
    "A, CAPITALISED",
    "Arem-arem, CAPITALISED",
    "U.S., CAPITALS",
    "NATO, CAPITALS",
    "B2, CAPITALISED",
    "McDonald, MIXED",
    "iPhone, MIXED",
    "Al-Taqaddum, MIXED",
    "1st, LOWER",
    "1961, NUMBER",
    "3.5, NUMBER",
    "-, OTHER",
    "Ærø, CAPITALISED",
    "\uD801\uDC00\uD801\uDC28, CAPITALISED",
    "東京, LOWER"
  })
  void isHowAWordIsWritten(String word, WordForm form) {
    assertThat(WordForm.of(word)).isEqualTo(form);
  }
}
