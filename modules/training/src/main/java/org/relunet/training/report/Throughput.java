package org.relunet.training.report;

/**
 * Sentences a second of late: the quotient of exponentially decaying sums, so that what was a
 * minute ago hardly counts.
 */
final class Throughput {
  private static final double DECAY_SECONDS = 20;

  private double sentences;
  private double seconds;

  void add(int newSentences, double newSeconds) {
    double decay = Math.exp(-newSeconds / DECAY_SECONDS);
    sentences = sentences * decay + newSentences;
    seconds = seconds * decay + newSeconds;
  }

  /** 0 before anything was added. */
  double sentencesPerSecond() {
    return seconds > 0 ? sentences / seconds : 0;
  }
}
