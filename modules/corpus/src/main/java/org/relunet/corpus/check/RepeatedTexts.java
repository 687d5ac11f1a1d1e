package org.relunet.corpus.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.relunet.common.messages.Count;
import org.relunet.common.messages.Excerpt;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.TextTriple;

/** The same text, or the same id, more than once. White space does not make texts different. */
final class RepeatedTexts {
  private RepeatedTexts() {}

  static List<Finding> within(CorpusPart part) {
    List<String> same = new ArrayList<>();
    List<String> contradicting = new ArrayList<>();
    for (List<AnnotatedText> group : groups(part, AnnotatedText::folded)) {
      Set<Set<TextTriple>> labels = new HashSet<>();
      group.forEach(text -> labels.add(new HashSet<>(text.textTriples())));
      (labels.size() == 1 ? same : contradicting).add(ids(group) + ": " + beginning(group.get(0)));
    }
    List<String> ids = new ArrayList<>();
    for (List<AnnotatedText> group : groups(part, AnnotatedText::id)) {
      ids.add("'" + group.get(0).id() + "', " + group.size() + " times");
    }
    List<Finding> findings = new ArrayList<>();
    if (!contradicting.isEmpty()) {
      findings.add(
          Finding.of(
              "%s: %s there more than once with different triples, which contradict each other"
                  .formatted(
                      part.name(), Count.of(contradicting.size(), "text stands", "texts stand")),
              contradicting));
    }
    if (!same.isEmpty()) {
      findings.add(
          Finding.of(
              "%s: %s there more than once with the same triples, which count as often"
                  .formatted(part.name(), Count.of(same.size(), "text stands", "texts stand")),
              same));
    }
    if (!ids.isEmpty()) {
      findings.add(
          Finding.of(
              "%s: %s more than one text, so messages that name such an id are ambiguous"
                  .formatted(part.name(), Count.of(ids.size(), "id names", "ids name")),
              ids));
    }
    return findings;
  }

  static Optional<Finding> between(CorpusPart train, CorpusPart dev) {
    Map<String, String> learned = new LinkedHashMap<>();
    train.texts().forEach(text -> learned.putIfAbsent(text.folded(), text.id()));
    List<String> shared = new ArrayList<>();
    for (AnnotatedText text : dev.texts()) {
      String id = learned.get(text.folded());
      if (id != null) {
        shared.add(text.id() + " is " + id + ": " + beginning(text));
      }
    }
    return shared.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                "%d of %d texts of %s stand in %s too: scores on them say what was memorised"
                    .formatted(shared.size(), dev.texts().size(), dev.name(), train.name()),
                shared));
  }

  /** Groups of at least two, in the order of their first texts. */
  private static List<List<AnnotatedText>> groups(
      CorpusPart part, Function<AnnotatedText, String> key) {
    Map<String, List<AnnotatedText>> groups = new LinkedHashMap<>();
    for (AnnotatedText text : part.texts()) {
      groups.computeIfAbsent(key.apply(text), unseen -> new ArrayList<>()).add(text);
    }
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }

  private static String ids(List<AnnotatedText> group) {
    return String.join(" and ", group.stream().limit(3).map(AnnotatedText::id).toList())
        + (group.size() > 3 ? " and others" : "");
  }

  private static String beginning(AnnotatedText text) {
    return '"' + Excerpt.of(text.folded(), 60) + '"';
  }
}
