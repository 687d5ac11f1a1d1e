package org.relunet.evaluation.calibration;

import java.util.List;

/**
 * What the confidences of a tenth promise, and what they keep.
 *
 * @param from the tenth's lower end
 * @param to its upper end
 * @param triples how many triples have a confidence in it
 * @param confidence their mean confidence
 * @param right the share of them that is right
 */
public record Reliability(double from, double to, int triples, double confidence, double right) {
  /** The table, a row for each tenth of confidence that has any triple. */
  public static List<Reliability> table(List<JudgedConfidence> judged) {
    return JudgedConfidence.byTenths(judged).entrySet().stream()
        .map(
            entry ->
                new Reliability(
                    entry.getKey() / 10.0,
                    (entry.getKey() + 1) / 10.0,
                    entry.getValue().size(),
                    entry.getValue().stream()
                        .mapToDouble(JudgedConfidence::confidence)
                        .average()
                        .orElseThrow(),
                    entry.getValue().stream().filter(JudgedConfidence::right).count()
                        / (double) entry.getValue().size()))
        .toList();
  }

  /**
   * The expected calibration error (Naeini, Cooper and Hauskrecht 2015): the mean difference
   * between what a tenth promises and keeps, weighted by its triples; 0 where there are none.
   */
  public static double expectedError(List<JudgedConfidence> judged) {
    return table(judged).stream()
            .mapToDouble(row -> row.triples() * Math.abs(row.confidence() - row.right()))
            .sum()
        / Math.max(1, judged.size());
  }
}
