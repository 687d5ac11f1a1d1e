package org.relunet.corpus.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.relunet.common.messages.Count;

/** Relations whose names look like mistakes: each would be learned as a relation of its own. */
final class RelationNames {
  /** What exports of labelling tools and relation classification data call the absence of one. */
  private static final Set<String> NOTHING =
      Set.of("", "none", "null", "na", "n/a", "norelation", "other", "nil", "undefined", "false");

  private RelationNames() {}

  static List<Finding> of(List<CorpusPart> parts) {
    Map<String, Integer> counts = new TreeMap<>();
    for (CorpusPart part : parts) {
      part.texts()
          .forEach(
              text ->
                  text.triples()
                      .forEach(triple -> counts.merge(triple.relation(), 1, Integer::sum)));
    }
    Map<String, List<String>> spellings = new TreeMap<>();
    List<String> nothing = new ArrayList<>();
    counts.forEach(
        (relation, count) -> {
          String plain = plain(relation);
          spellings
              .computeIfAbsent(plain, unseen -> new ArrayList<>())
              .add("'" + relation + "' (" + count + ")");
          if (NOTHING.contains(plain)) {
            nothing.add("'" + relation + "' in " + Count.of(count, "triple"));
          }
        });
    List<String> alike = new ArrayList<>();
    spellings.values().stream()
        .filter(names -> names.size() > 1)
        .forEach(names -> alike.add(String.join(", ", names)));
    List<String> padded =
        counts.keySet().stream()
            .filter(relation -> !relation.equals(relation.strip()))
            .map(relation -> "'" + relation + "'")
            .toList();
    List<Finding> findings = new ArrayList<>();
    if (!alike.isEmpty()) {
      findings.add(
          Finding.of(
              Count.of(alike.size(), "relation is", "relations are")
                  + " spelt in several ways, and each spelling is learned as a relation"
                  + " of its own",
              alike));
    }
    if (!padded.isEmpty()) {
      findings.add(
          Finding.of(
              Count.of(
                  padded.size(),
                  "relation begins or ends with white space, which is part of its name",
                  "relations begin or end with white space, which is part of their names"),
              padded));
    }
    if (!nothing.isEmpty()) {
      findings.add(
          Finding.of(
              "a relation is called as if there were none; leave such triples out, or the model"
                  + " learns to find them",
              nothing));
    }
    return findings;
  }

  private static String plain(String relation) {
    return relation.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
  }
}
