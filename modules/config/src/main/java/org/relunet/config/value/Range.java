package org.relunet.config.value;

import java.math.BigDecimal;

/**
 * The numbers allowed.
 *
 * @param minimum the smallest; negative infinity for no bound
 * @param maximum the largest; positive infinity for no bound
 */
record Range(double minimum, double maximum) {
  Range {
    if (!(minimum <= maximum)) {
      throw new IllegalArgumentException(
          "a minimum of " + minimum + " and a maximum of " + maximum + " allow no number");
    }
  }

  boolean contains(double number) {
    return number >= minimum && number <= maximum;
  }

  /** The end of "a number ...": with a comma, or empty where all numbers are allowed. */
  String phrase() {
    boolean below = minimum != Double.NEGATIVE_INFINITY;
    boolean above = maximum != Double.POSITIVE_INFINITY;
    if (below && above) {
      return " from " + text(minimum) + " to " + text(maximum);
    }
    if (below) {
      return ", at least " + text(minimum);
    }
    return above ? ", at most " + text(maximum) : "";
  }

  private static String text(double bound) {
    return new BigDecimal(Double.toString(bound)).stripTrailingZeros().toPlainString();
  }
}
