package org.relunet.network;

import org.relunet.graph.part.EncoderPart;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.unet.RelUNetSettings;

/**
 * What a network is composed of.
 *
 * @param encoder pieces to word vectors E
 * @param relunet E and the tree to H
 * @param extractor H to triples
 * @param settings how sentences become numbers
 */
public record NetworkParts(
    EncoderPart encoder,
    RelUNetSettings relunet,
    ExtractorPart extractor,
    NetworkSettings settings) {}
