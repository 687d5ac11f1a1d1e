package org.relunet.config.value;

import java.util.Optional;
import org.relunet.config.source.ScalarNode;

/** {@code true} or {@code false}, nothing else: YAML 1.2 has no yes and no. */
final class BooleanType extends ScalarType {
  @Override
  Optional<Object> parse(ScalarNode scalar) {
    if (scalar.quoted()) {
      return Optional.empty();
    }
    return switch (scalar.text()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  @Override
  public String phrase() {
    return "either true or false";
  }

  @Override
  public String write(Object value) {
    return value.toString();
  }
}
