package org.relunet.config.value;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.relunet.api.setting.YamlText;
import org.relunet.config.source.ScalarNode;

/** A path, kept as written: a relative one counts from the current directory of its use. */
final class PathType extends ScalarType {
  @Override
  Optional<Object> parse(ScalarNode scalar) {
    try {
      return Optional.of(Path.of(scalar.text()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public String phrase() {
    return "a path (a relative one counts from the current directory)";
  }

  @Override
  public String write(Object value) {
    return YamlText.of(value.toString());
  }
}
