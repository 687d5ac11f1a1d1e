package org.relunet.network;

import org.relunet.graph.part.EncoderOutput;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.pooling.NodeGraph;
import org.relunet.graph.unet.RelUNet;
import org.relunet.graph.unet.RelUNetOutput;

/**
 * Encoder and U-Net in a graph, the same for training and inference.
 *
 * @param encoded E
 * @param unet H and the core topology
 */
record WordVectors(EncoderOutput encoded, RelUNetOutput unet) {
  static WordVectors build(GraphContext context, NetworkParts parts, NetworkInputs inputs) {
    EncoderOutput encoded = parts.encoder().build(context, inputs.pieces());
    NodeGraph tree = new NodeGraph(encoded.words(), inputs.adjacency(), inputs.wordMask());
    return new WordVectors(encoded, new RelUNet(parts.relunet()).build(context, tree));
  }
}
