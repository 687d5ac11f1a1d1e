package org.relunet.extractor.pair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Thresholds that are tried.
 *
 * @param candidate of a candidate's probability
 * @param triple of a triple's confidence
 */
record Thresholds(double candidate, double triple) {
  private static final List<Double> CANDIDATES = List.of(0.02, 0.05, 0.1, 0.2, 0.4);

  /** Twentieths: 0.30, 0.35 ... 0.80. */
  private static final List<Double> TRIPLES =
      IntStream.rangeClosed(6, 16).mapToObj(twentieth -> twentieth / 20.0).toList();

  /** The configured ones. */
  static Thresholds of(PairSettings settings) {
    return new Thresholds(settings.candidateThreshold(), settings.threshold());
  }

  /** All that are tried: the configured first, then from near to it to far. */
  static List<Thresholds> tried(PairSettings settings) {
    Thresholds configured = of(settings);
    List<Thresholds> all = new ArrayList<>();
    for (double candidate : with(CANDIDATES, configured.candidate())) {
      for (double triple : with(TRIPLES, configured.triple())) {
        all.add(new Thresholds(candidate, triple));
      }
    }
    all.sort(Comparator.comparing(configured::distance));
    return List.copyOf(all);
  }

  private static TreeSet<Double> with(List<Double> grid, double configured) {
    TreeSet<Double> all = new TreeSet<>(grid);
    all.add(configured);
    return all;
  }

  private double distance(Thresholds other) {
    return Math.abs(candidate - other.candidate) + Math.abs(triple - other.triple);
  }

  /** Both the lowest of the given ones: what any of them lets pass, this lets pass. */
  static Thresholds lowest(List<Thresholds> all) {
    return new Thresholds(
        all.stream().mapToDouble(Thresholds::candidate).min().orElseThrow(),
        all.stream().mapToDouble(Thresholds::triple).min().orElseThrow());
  }

  /** What the product of the three probabilities must exceed, in the graph's precision. */
  float product() {
    return (float) (triple * triple * triple);
  }

  /** By the keys of {@link PairSettings}. */
  SortedMap<String, String> settings() {
    return new TreeMap<>(
        Map.of(
            "candidate-threshold", Double.toString(candidate),
            "threshold", Double.toString(triple)));
  }
}
