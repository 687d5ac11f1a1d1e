package org.relunet.graph.convolution;

import java.util.List;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** One layer of convolution on a graph. */
public sealed interface GraphConvolution permits SageConvolution, KipfWellingConvolution {
  /**
   * @param name of the layer, for its parameters
   * @param nodes X, [B, N, d]
   * @param neighbourhoods at least one; each has weights of its own
   * @return [B, N, d]; values of padded nodes are of no consequence to the others
   */
  Operand<TFloat32> apply(
      GraphContext context,
      String name,
      Operand<TFloat32> nodes,
      List<Neighbourhood> neighbourhoods);

  /**
   * The same for a graph of one neighbourhood.
   *
   * @param adjacency A, [B, N, N], not negative; zero rows and columns where padded
   */
  default Operand<TFloat32> apply(
      GraphContext context, String name, Operand<TFloat32> nodes, Operand<TFloat32> adjacency) {
    return apply(context, name, nodes, Neighbourhood.of(adjacency));
  }
}
