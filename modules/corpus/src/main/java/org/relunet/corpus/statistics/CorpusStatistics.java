package org.relunet.corpus.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.relunet.common.messages.Count;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.TextTriple;
import org.relunet.corpus.overlap.OverlapClass;
import org.relunet.corpus.overlap.OverlapConvention;

/**
 * What a data set holds.
 *
 * @param texts number of texts
 * @param repeatedTexts texts that repeat an earlier one word for word
 * @param listedTriples number of triples, repetitions included
 * @param distinctTriples number of triples without repetitions inside a text
 * @param selfTriples distinct triples whose subject and object are the same characters
 * @param overlap for each convention the number of texts of each class; a text may be in two
 * @param textsByTriples number of texts by their number of distinct triples
 * @param relations number of listed triples by relation, sorted by name
 * @param lengths quantiles of the texts' lengths
 */
public record CorpusStatistics(
    int texts,
    int repeatedTexts,
    int listedTriples,
    int distinctTriples,
    int selfTriples,
    Map<OverlapConvention, Map<OverlapClass, Integer>> overlap,
    Map<Integer, Integer> textsByTriples,
    Map<String, Integer> relations,
    Lengths lengths) {
  public CorpusStatistics {
    overlap = Collections.unmodifiableMap(new EnumMap<>(overlap));
    textsByTriples = Collections.unmodifiableMap(new TreeMap<>(textsByTriples));
    relations = Collections.unmodifiableMap(new TreeMap<>(relations));
  }

  public static CorpusStatistics of(List<AnnotatedText> texts) {
    Map<OverlapConvention, Map<OverlapClass, Integer>> overlap = noOverlap();
    Map<Integer, Integer> byTriples = new TreeMap<>();
    Map<String, Integer> relations = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    int listed = 0;
    int distinct = 0;
    int self = 0;
    int[] words = new int[texts.size()];
    for (int i = 0; i < words.length; i++) {
      List<TextTriple> triples = texts.get(i).textTriples();
      Set<TextTriple> set = new HashSet<>(triples);
      seen.add(texts.get(i).text());
      listed += triples.size();
      distinct += set.size();
      self += (int) set.stream().filter(t -> t.subject().equals(t.object())).count();
      byTriples.merge(set.size(), 1, Integer::sum);
      triples.forEach(t -> relations.merge(t.relation(), 1, Integer::sum));
      overlap.forEach(
          (convention, counts) ->
              convention.classes(triples).forEach(c -> counts.merge(c, 1, Integer::sum)));
      String stripped = texts.get(i).text().strip();
      words[i] = stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
    }
    return new CorpusStatistics(
        words.length,
        words.length - seen.size(),
        listed,
        distinct,
        self,
        overlap,
        byTriples,
        relations,
        Lengths.of(words));
  }

  private static Map<OverlapConvention, Map<OverlapClass, Integer>> noOverlap() {
    Map<OverlapConvention, Map<OverlapClass, Integer>> none =
        new EnumMap<>(OverlapConvention.class);
    for (OverlapConvention convention : OverlapConvention.values()) {
      Map<OverlapClass, Integer> counts = new EnumMap<>(OverlapClass.class);
      for (OverlapClass overlapClass : OverlapClass.values()) {
        counts.put(overlapClass, 0);
      }
      none.put(convention, counts);
    }
    return none;
  }

  /** Readable lines, without a line end. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(Count.of(texts, "text") + " (" + repeatedTexts + " repeat an earlier one)");
    lines.add(
        listedTriples
            + " triples ("
            + distinctTriples
            + " distinct, "
            + selfTriples
            + " relate an entity to itself), "
            + relations.size()
            + " relations");
    overlap.forEach(
        (convention, counts) -> {
          List<String> parts = new ArrayList<>();
          counts.forEach((overlapClass, n) -> parts.add(overlapClass.label() + " " + n));
          lines.add("texts by overlap, " + convention.label() + ": " + String.join(", ", parts));
        });
    List<String> parts = new ArrayList<>();
    textsByTriples.forEach((triples, n) -> parts.add(triples + ": " + n));
    lines.add("texts by number of triples: " + String.join(", ", parts));
    lines.add(
        "words a text: median "
            + lengths.median()
            + ", 90 % "
            + lengths.percentile90()
            + ", 99 % "
            + lengths.percentile99()
            + ", longest "
            + lengths.longest());
    return List.copyOf(lines);
  }
}
