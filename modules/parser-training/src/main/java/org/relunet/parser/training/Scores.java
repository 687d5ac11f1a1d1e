package org.relunet.parser.training;

/**
 * How well tagger and parser do, over all words, punctuation included.
 *
 * @param words number of words measured
 * @param tagAccuracy share of the words with the right universal part of speech, in [0, 1]
 * @param unlabeledAttachment UAS: share of the words with the right head, in [0, 1]
 * @param labeledAttachment LAS: share of the words with the right head and relation, subtype
 *     included, in [0, 1]
 */
public record Scores(
    int words, double tagAccuracy, double unlabeledAttachment, double labeledAttachment) {}
