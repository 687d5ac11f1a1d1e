package org.relunet.graph.unet;

import org.relunet.graph.pooling.NodeGraph;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The contracted graph, and the loss of the way to it.
 *
 * @param graph G_core: X^(L), [B, C, d], and A^(L), [B, C, C]
 * @param auxiliaryLoss scalar: MinCut's own losses, summed over the levels
 */
public record CoreTopology(NodeGraph graph, Operand<TFloat32> auxiliaryLoss) {
  /** C. */
  public int size() {
    return Math.toIntExact(graph.nodes().shape().get(1));
  }
}
