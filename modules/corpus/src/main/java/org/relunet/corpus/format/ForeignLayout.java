package org.relunet.corpus.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Layouts of other tools and data sets, by the keys that tell them. */
final class ForeignLayout {
  /** The more telling ones first. */
  private static final List<Map.Entry<String, List<String>>> KEYS =
      List.of(
          Map.entry("DocRED's layout", List.of("vertexSet", "sents")),
          Map.entry("the layout of SpERT and CoNLL04", List.of("tokens", "entities", "relations")),
          Map.entry("an export of Label Studio", List.of("data", "annotations")),
          Map.entry("an export of Prodigy", List.of("text", "spans", "relations")),
          Map.entry("an export of doccano", List.of("text", "entities", "relations")),
          Map.entry("TACRED's layout", List.of("token", "subj_start", "obj_start")),
          Map.entry("SQuAD's layout", List.of("data", "version")));

  private ForeignLayout() {}

  static Optional<String> of(JsonNode record) {
    return KEYS.stream()
        .filter(layout -> layout.getValue().stream().allMatch(record::has))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
