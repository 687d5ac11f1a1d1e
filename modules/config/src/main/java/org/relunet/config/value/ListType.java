package org.relunet.config.value;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.config.problem.Problems;
import org.relunet.config.source.ListNode;
import org.relunet.config.source.SourceNode;

/** A list whose items have one type. */
final class ListType implements ValueType {
  private final ScalarType item;

  ListType(ScalarType item) {
    this.item = item;
  }

  @Override
  public Optional<Object> read(SourceNode node, String key, Problems problems) {
    if (!(node instanceof ListNode list)) {
      problems.add(
          node.location(), key + ": must be " + phrase() + ", but is " + node.description());
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      item.read(list.items().get(i), key + "[" + i + "]", problems).ifPresent(values::add);
    }
    return values.size() == list.items().size()
        ? Optional.of(List.copyOf(values))
        : Optional.empty();
  }

  @Override
  public boolean isText() {
    return item.isText();
  }

  @Override
  public String phrase() {
    return "a list like [a, b], each item " + item.phrase();
  }

  @Override
  public String write(Object value) {
    return ((List<?>) value).stream().map(item::write).collect(joining(", ", "[", "]"));
  }
}
