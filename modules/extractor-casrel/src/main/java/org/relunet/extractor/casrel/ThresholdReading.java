package org.relunet.extractor.casrel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.graph.part.ExtractorPart;

/** What a sentence's tags say under each pair of thresholds. */
final class ThresholdReading implements ExtractorPart.Trials.Reading {
  private final Thresholds thresholds;
  private final Map<Double, List<TokenSpan>> subjects = new HashMap<>();
  private final Map<TokenSpan, Map<Double, List<ScoredTriple>>> triples = new HashMap<>();

  ThresholdReading(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** The next subject above a threshold. */
  void addSubject(double threshold, TokenSpan subject) {
    subjects.computeIfAbsent(threshold, absent -> new ArrayList<>()).add(subject);
  }

  /** The triples of a subject whose objects are above a threshold. */
  void addTriples(TokenSpan subject, double threshold, List<ScoredTriple> found) {
    triples.computeIfAbsent(subject, absent -> new HashMap<>()).put(threshold, found);
  }

  @Override
  public List<ScoredTriple> triples(int trial) {
    Thresholds.Pair pair = thresholds.pairs().get(trial);
    return subjects.getOrDefault(pair.subject(), List.of()).stream()
        .flatMap(subject -> triples.get(subject).get(pair.object()).stream())
        .toList();
  }
}
