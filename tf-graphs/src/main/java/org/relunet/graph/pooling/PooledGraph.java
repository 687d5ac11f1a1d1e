package org.relunet.graph.pooling;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What pooling gives.
 *
 * @param convolved Z, [B, N, d]: the graph convolution of the nodes that were pooled; what stands
 *     in padded rows is of no consequence
 * @param graph the supernodes, C of them
 * @param assignment S, [B, N, C]
 * @param decomposition S_up, [B, N, C]: each node as a convex combination of supernodes
 * @param entropy scalar: mean entropy of a column of S divided by its maximum (of a row, where S is
 *     normalised over clusters); near 1 the assignment has collapsed to "all alike"
 * @param auxiliaryLoss scalar: MinCut's cut and orthogonality losses, mean over the batch
 */
public record PooledGraph(
    Operand<TFloat32> convolved,
    NodeGraph graph,
    Operand<TFloat32> assignment,
    Operand<TFloat32> decomposition,
    Operand<TFloat32> entropy,
    Operand<TFloat32> auxiliaryLoss) {}
