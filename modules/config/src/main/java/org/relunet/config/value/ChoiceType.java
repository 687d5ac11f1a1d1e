package org.relunet.config.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.relunet.api.setting.YamlText;
import org.relunet.config.problem.KnownNames;
import org.relunet.config.source.ScalarNode;

/** One of several names: an enum's constants, or plugins. */
public final class ChoiceType extends ScalarType {
  private final String noun;
  private final Map<String, Object> choices;

  /**
   * @param noun what is chosen: "parser"
   * @param choices each name with the value that it stands for, in the order to list them
   */
  public ChoiceType(String noun, Map<String, ?> choices) {
    this.noun = noun;
    this.choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
  }

  /** An enum's constants, in lower case and dashed. */
  static ChoiceType of(Class<?> enumeration) {
    Map<String, Object> choices = new LinkedHashMap<>();
    for (Object constant : enumeration.getEnumConstants()) {
      String name = ((Enum<?>) constant).name();
      choices.put(name.toLowerCase(Locale.ROOT).replace('_', '-'), constant);
    }
    return new ChoiceType("choice", choices);
  }

  @Override
  Optional<Object> parse(ScalarNode scalar) {
    return Optional.ofNullable(choices.get(scalar.text()));
  }

  @Override
  String complaint(ScalarNode scalar) {
    return new KnownNames(noun, choices.keySet()).unknown(scalar.text());
  }

  @Override
  public String phrase() {
    return "one of " + String.join(", ", choices.keySet());
  }

  @Override
  public String write(Object value) {
    return choices.entrySet().stream()
        .filter(choice -> choice.getValue().equals(value))
        .map(choice -> YamlText.of(choice.getKey()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(value + " is not " + phrase()));
  }
}
