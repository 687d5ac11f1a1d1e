package org.relunet.config.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.relunet.config.source.ScalarNode;

/** {@code double}, finite. */
final class RealNumberType extends ScalarType {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  /** Longer numbers are written with an exponent. */
  private static final int LONGEST_PLAIN = 12;

  private final Range range;

  RealNumberType(Range range) {
    this.range = range;
  }

  @Override
  Optional<Object> parse(ScalarNode scalar) {
    if (scalar.quoted() || !DECIMAL.matcher(scalar.text()).matches()) {
      return Optional.empty();
    }
    double number = Double.parseDouble(scalar.text());
    return Double.isFinite(number) && range.contains(number)
        ? Optional.of(number)
        : Optional.empty();
  }

  @Override
  public String phrase() {
    return "a number" + range.phrase();
  }

  /** The shortest decimal that reads back as the same number, with a point or an exponent. */
  @Override
  public String write(Object value) {
    String decimal = value.toString();
    if (decimal.equals("-0.0")) {
      return decimal;
    }
    BigDecimal shortest = new BigDecimal(decimal).stripTrailingZeros();
    String plain = shortest.toPlainString();
    if (plain.length() > LONGEST_PLAIN) {
      return decimal.replace('E', 'e');
    }
    return plain.contains(".") ? plain : plain + ".0";
  }
}
