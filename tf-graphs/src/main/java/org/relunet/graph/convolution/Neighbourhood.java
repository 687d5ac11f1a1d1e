package org.relunet.graph.convolution;

import java.util.List;
import java.util.Optional;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Whom each node listens to. A convolution may have several, such as a word's head and its
 * dependents, each with weights of its own.
 *
 * @param edges [B, N, N], not negative; row i has those from which node i hears; zero rows and
 *     columns where padded
 * @param gates [B, N, N] what is heard along each edge is multiplied by; empty: by 1. Apart from
 *     the edges, as an average divides by their sum: the gate of an only edge would have no effect
 */
public record Neighbourhood(Operand<TFloat32> edges, Optional<Operand<TFloat32>> gates) {
  public Neighbourhood {
    Shapes.requireRank("edges", edges, 3);
  }

  /** One in which all is heard as it is. */
  public static List<Neighbourhood> of(Operand<TFloat32> adjacency) {
    return List.of(new Neighbourhood(adjacency, Optional.empty()));
  }

  /** The given edges, or as many of them as were sampled, through the gates. */
  Operand<TFloat32> gated(Ops tf, Operand<TFloat32> some) {
    return gates.<Operand<TFloat32>>map(factors -> tf.math.mul(some, factors)).orElse(some);
  }
}
