/**
 * Scores of predicted triples: precision, recall and F1, as a whole and broken down.
 *
 * <p>{@code match} says when two triples are the same, {@code score} counts, {@code report} shows,
 * {@code threshold} asks what the scores would be at other confidences.
 */
package org.relunet.evaluation;
