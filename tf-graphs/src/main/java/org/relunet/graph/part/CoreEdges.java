package org.relunet.graph.part;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The edges of the core topology, ready to be expanded to the words as equation 6 says: {@code A_up
 * = S_up A_core S_up^T}, with S_up the product of all levels' decompositions. Not multiplied out:
 * of the N times N edges few are read.
 *
 * @param decomposition S_up, [B, N, C]: each word as a convex combination of core nodes
 * @param adjacency A_core, [B, C, C]
 */
public record CoreEdges(Operand<TFloat32> decomposition, Operand<TFloat32> adjacency) {}
