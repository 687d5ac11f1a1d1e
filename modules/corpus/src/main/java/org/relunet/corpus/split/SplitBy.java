package org.relunet.corpus.split;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;

/** What texts may have in common only if they are in the same part of a data set. */
public enum SplitBy {
  /** All their characters, but for white space. */
  TEXT,
  /** Most of their wording, as {@link SimilarTexts} tells it, directly or by way of other texts. */
  WORDING,
  /**
   * A subject of their triples, directly or by way of other texts: so no subject of the one part is
   * one of the other.
   */
  SUBJECT;

  /** The texts that hang together, in the order of the first of each. */
  List<List<AnnotatedText>> groups(List<AnnotatedText> texts) {
    int[] leader = new int[texts.size()];
    Map<String, Integer> owners = new HashMap<>();
    for (int i = 0; i < leader.length; i++) {
      leader[i] = i;
      for (String shared : shared(texts.get(i))) {
        Integer owner = owners.putIfAbsent(shared, i);
        if (owner != null) {
          leader[root(leader, i)] = root(leader, owner);
        }
      }
    }
    if (this == WORDING) {
      SimilarTexts.pairs(
          texts.stream().map(AnnotatedText::text).toList(),
          (one, other) -> leader[root(leader, other)] = root(leader, one));
    }
    Map<Integer, List<AnnotatedText>> groups = new LinkedHashMap<>();
    for (int i = 0; i < leader.length; i++) {
      groups.computeIfAbsent(root(leader, i), unseen -> new ArrayList<>()).add(texts.get(i));
    }
    return List.copyOf(groups.values());
  }

  /** For a message about groups that are too few or too large. */
  String remark() {
    return switch (this) {
      case TEXT -> "";
      case WORDING -> ": texts of similar wording are not divided";
      case SUBJECT -> ": texts that share a subject are not divided";
    };
  }

  private Collection<String> shared(AnnotatedText text) {
    List<String> shared = new ArrayList<>(List.of("text " + text.folded()));
    if (this == SUBJECT) {
      for (AnnotatedTriple triple : text.triples()) {
        shared.add("subject " + triple.subject().text());
      }
    }
    return shared;
  }

  private static int root(int[] leader, int text) {
    int root = text;
    while (leader[root] != root) {
      leader[root] = leader[leader[root]];
      root = leader[root];
    }
    return root;
  }
}
