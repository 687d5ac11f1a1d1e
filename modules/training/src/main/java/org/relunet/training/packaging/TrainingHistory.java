package org.relunet.training.packaging;

import java.time.Instant;

/**
 * What a model package says of the course of its training.
 *
 * @param started when the training first began
 * @param epochsDone passes over the training data
 * @param bestEpoch epoch, from 1, whose weights are kept
 */
public record TrainingHistory(Instant started, int epochsDone, int bestEpoch) {}
