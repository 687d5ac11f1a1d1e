package org.relunet.config.value;

import java.util.Optional;
import org.relunet.config.problem.Problems;
import org.relunet.config.source.ScalarNode;
import org.relunet.config.source.SourceNode;

/** A type whose values are written without structure. */
public abstract sealed class ScalarType implements ValueType
    permits WholeNumberType, RealNumberType, BooleanType, TextType, PathType, ChoiceType {
  @Override
  public final Optional<Object> read(SourceNode node, String key, Problems problems) {
    if (node instanceof ScalarNode scalar && !scalar.isAbsent()) {
      Optional<Object> value = parse(scalar);
      if (value.isEmpty()) {
        problems.add(scalar.location(), key + ": " + complaint(scalar));
      }
      return value;
    }
    problems.add(node.location(), key + ": " + complaint(node));
    return Optional.empty();
  }

  @Override
  public final boolean isText() {
    return this instanceof TextType || this instanceof PathType;
  }

  /** The value; empty where the scalar has none of this type. */
  abstract Optional<Object> parse(ScalarNode scalar);

  /** What to say of a scalar that {@link #parse} refused. */
  String complaint(ScalarNode scalar) {
    return complaint((SourceNode) scalar);
  }

  private String complaint(SourceNode node) {
    return "must be " + phrase() + ", but is " + node.description();
  }
}
