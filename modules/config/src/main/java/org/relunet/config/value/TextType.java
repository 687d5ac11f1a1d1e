package org.relunet.config.value;

import java.util.Optional;
import org.relunet.api.setting.YamlText;
import org.relunet.config.source.ScalarNode;

/** A text. One that looks like a number needs no quotes. */
final class TextType extends ScalarType {
  @Override
  Optional<Object> parse(ScalarNode scalar) {
    return Optional.of(scalar.text());
  }

  @Override
  public String phrase() {
    return "a text";
  }

  @Override
  public String write(Object value) {
    return YamlText.of((String) value);
  }
}
