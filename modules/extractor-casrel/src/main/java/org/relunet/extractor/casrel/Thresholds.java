package org.relunet.extractor.casrel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Thresholds of subjects' and objects' tags that are tried.
 *
 * @param subjects tried for subjects, ascending
 * @param objects tried for objects, ascending
 * @param pairs of both: the configured first, then from near to it to far
 */
record Thresholds(List<Double> subjects, List<Double> objects, List<Pair> pairs) {
  /** Twentieths: 0.20, 0.25 ... 0.80. */
  private static final List<Double> GRID =
      IntStream.rangeClosed(4, 16).mapToObj(twentieth -> twentieth / 20.0).toList();

  /** Two thresholds. */
  record Pair(double subject, double object) {
    private double distance(Pair other) {
      return Math.abs(subject - other.subject) + Math.abs(object - other.object);
    }

    SortedMap<String, String> settings() {
      return new TreeMap<>(
          Map.of(
              "subject-threshold", Double.toString(subject),
              "object-threshold", Double.toString(object)));
    }
  }

  /** Those about the configured ones. */
  static Thresholds of(CasRelSettings settings) {
    Pair configured = new Pair(settings.leastForSubjects(), settings.leastForObjects());
    List<Double> subjects = with(configured.subject());
    List<Double> objects = with(configured.object());
    List<Pair> pairs = new ArrayList<>();
    for (double subject : subjects) {
      for (double object : objects) {
        pairs.add(new Pair(subject, object));
      }
    }
    pairs.sort(Comparator.comparing(configured::distance));
    return new Thresholds(subjects, objects, List.copyOf(pairs));
  }

  private static List<Double> with(double configured) {
    TreeSet<Double> all = new TreeSet<>(GRID);
    all.add(configured);
    return List.copyOf(all);
  }
}
