/**
 * The extractor {@code pair}: spans that may be entities are scored whole, and every ordered pair
 * of the likeliest of them for all relations at once.
 *
 * <p>Letters beside those of {@link org.relunet.graph.part}: M possible spans of a sentence, K
 * candidates of a sentence, P pairs of candidates of a batch, h width of a pair.
 */
package org.relunet.extractor.pair;
