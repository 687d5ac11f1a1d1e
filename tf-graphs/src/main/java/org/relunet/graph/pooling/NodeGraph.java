package org.relunet.graph.pooling;

import java.util.List;
import org.relunet.graph.convolution.Neighbourhood;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A batch of graphs at one level.
 *
 * @param nodes X, [B, N, d]; zero rows where padded
 * @param adjacency A, [B, N, N], symmetric, not negative; zero rows and columns where padded
 * @param mask [B, N] 1 for a node, 0 for padding
 * @param neighbourhoods what a convolution of the nodes reads in place of A, where edges have a
 *     direction or a label
 */
public record NodeGraph(
    Operand<TFloat32> nodes,
    Operand<TFloat32> adjacency,
    Operand<TFloat32> mask,
    List<Neighbourhood> neighbourhoods) {
  public NodeGraph {
    Shapes.requireRank("nodes", nodes, 3);
    Shapes.requireRank("adjacency", adjacency, 3);
    Shapes.requireRank("mask", mask, 2);
    neighbourhoods = List.copyOf(neighbourhoods);
  }

  /** A graph whose convolutions read A. */
  public NodeGraph(Operand<TFloat32> nodes, Operand<TFloat32> adjacency, Operand<TFloat32> mask) {
    this(nodes, adjacency, mask, Neighbourhood.of(adjacency));
  }

  /** The same graph with other vectors of its nodes. */
  public NodeGraph withNodes(Operand<TFloat32> others) {
    return new NodeGraph(others, adjacency, mask, neighbourhoods);
  }

  /** d. */
  public int width() {
    return Shapes.width("nodes", nodes);
  }
}
