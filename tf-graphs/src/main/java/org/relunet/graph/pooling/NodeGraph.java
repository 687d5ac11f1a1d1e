package org.relunet.graph.pooling;

import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A batch of graphs at one level.
 *
 * @param nodes X, [B, N, d]; zero rows where padded
 * @param adjacency A, [B, N, N], symmetric, not negative; zero rows and columns where padded
 * @param mask [B, N] 1 for a node, 0 for padding
 */
public record NodeGraph(
    Operand<TFloat32> nodes, Operand<TFloat32> adjacency, Operand<TFloat32> mask) {
  public NodeGraph {
    Shapes.requireRank("nodes", nodes, 3);
    Shapes.requireRank("adjacency", adjacency, 3);
    Shapes.requireRank("mask", mask, 2);
  }

  /** d. */
  public int width() {
    return Shapes.width("nodes", nodes);
  }
}
