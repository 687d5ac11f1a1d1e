package org.relunet.contract.tokenizer;

import java.util.List;

/** Texts on which tokenizers go wrong. Emoji and rare characters are escaped to be legible. */
final class DifficultTexts {
  static final String PLAIN =
      "Aarhus Airport serves the city of Aarhus, Denmark. Its runway is 2,702.0 metres long.";

  /** A family joined of three emoji, a flag of two letters, a thumb with a skin tone. */
  static final String EMOJI =
      "I \u2764\uFE0F Paris \uD83D\uDE00. The \uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67"
          + " moved to \uD83C\uDDE9\uD83C\uDDF0\uD83D\uDC4D\uD83C\uDFFD!";

  static final String COMBINING =
      "Cafe\u0301 Mu\u0308ller opened in Sa\u0303o Paulo. Z\u0361\u0301algo, n\u0303o?";

  static final String RIGHT_TO_LEFT =
      "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD. \u200F\u0645\u0631\u062D\u0628\u0627"
          + " \u0628\u0643\u0645\u061F Hello, \u202B\u0639\u0645\u0627\u0646\u202C!";

  static final String LINE_ENDS =
      "First line\r\nstill first.\r\n\r\nSecond\tparagraph\rhere.\n\n\n  Third one \u2028 end\n";

  static final String SPACES =
      "\uFEFF\u00A0Non\u00A0breaking\u2003and\u3000wide\u200Bspaces\u202F1\u202F000 m\u00B2.\u00A0";

  static final String QUOTES =
      "\"It isn't\", she said -- 'the dogs' bowls' (and Bean's) cost $5.00/kg; e.g. U.S. ones...";

  static final String SCRIPTS =
      "\u6771\u4EAC\u306F\u65E5\u672C\u306E\u9996\u90FD\u3067\u3059\u3002\u0421\u043E\u0444\u0438"
          + "\u044F \u0935\u093F\u0915\u093F \u0E44\u0E17\u0E22.";

  static final String CODE =
      "See https://example.org/a?b=c&d=%20#e or mail a.b@example.org\u0000 <b>x</b>\u0007 {\\n}";

  /** Half an emoji, as a cut message may hold. */
  static final String BROKEN = "Broken \uD83D emoji \uDE00x and a\uDE00.";

  static final String PUNCTUATION = "... !!! ?! -- () \u00A1\u00BF ; , . / \u2026 \u2014";

  static final List<String> ALL =
      List.of(
          PLAIN,
          EMOJI,
          COMBINING,
          RIGHT_TO_LEFT,
          LINE_ENDS,
          SPACES,
          QUOTES,
          SCRIPTS,
          CODE,
          BROKEN,
          PUNCTUATION,
          "a",
          ".",
          "\uD83D\uDE00",
          "\u0301",
          "no full stop",
          "x".repeat(1000),
          "\u0301".repeat(1000));

  static final List<String> INVISIBLE =
      List.of(
          "", " ", "\t", "\n", "\r\n\r\n", "\u00A0\u2003\u3000", "\u200B\uFEFF\u200D", "\u0000");

  private DifficultTexts() {}
}
