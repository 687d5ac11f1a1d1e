package org.relunet.config.value;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.relunet.config.source.ScalarNode;

/** {@code int} or {@code long}. */
final class WholeNumberType extends ScalarType {
  private static final Pattern DIGITS = Pattern.compile("[-+]?[0-9]{1,30}");

  private final boolean isLong;
  private final Range range;

  WholeNumberType(boolean isLong, Range range) {
    this.isLong = isLong;
    this.range = range;
  }

  @Override
  Optional<Object> parse(ScalarNode scalar) {
    if (scalar.quoted() || !DIGITS.matcher(scalar.text()).matches()) {
      return Optional.empty();
    }
    BigInteger number = new BigInteger(scalar.text());
    if (number.bitLength() >= (isLong ? Long.SIZE : Integer.SIZE)
        || !range.contains(number.doubleValue())) {
      return Optional.empty();
    }
    return isLong ? Optional.of(number.longValue()) : Optional.of(number.intValue());
  }

  @Override
  public String phrase() {
    return (isLong ? "a whole number of 64 bits" : "a whole number") + range.phrase();
  }

  @Override
  public String write(Object value) {
    return value.toString();
  }
}
