package org.relunet.training.experiment;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What one training of an experiment gave.
 *
 * @param row the row's name
 * @param seed of the training
 * @param match how triples were compared
 * @param precision of the stored model on the development file, in [0, 1]
 * @param recall likewise
 * @param f1 likewise
 * @param seenF1 F1 of the triples that stand in the training texts; null in results of versions
 *     that did not tell it
 * @param unseenF1 F1 of the others; likewise
 * @param epochs passes made
 * @param bestEpoch the one that was kept
 * @param seconds of training, scoring each epoch included, without what an interruption took
 * @param sentencesPerSecond the median over the steps
 * @param model version of the stored model, whose provenance has everything else
 */
@JsonPropertyOrder({
  "row",
  "seed",
  "match",
  "precision",
  "recall",
  "f1",
  "seenF1",
  "unseenF1",
  "epochs",
  "bestEpoch",
  "seconds",
  "sentencesPerSecond",
  "model"
})
public record RowResult(
    String row,
    long seed,
    String match,
    double precision,
    double recall,
    double f1,
    Double seenF1,
    Double unseenF1,
    int epochs,
    int bestEpoch,
    double seconds,
    double sentencesPerSecond,
    String model) {}
