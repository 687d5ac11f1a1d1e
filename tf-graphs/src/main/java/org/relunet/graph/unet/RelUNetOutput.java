package org.relunet.graph.unet;

import java.util.Map;
import java.util.Optional;
import org.relunet.graph.part.CoreEdges;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What the U-Net gives.
 *
 * @param words H, [B, N, d]
 * @param core the core topology, empty where nothing was pooled
 * @param supernodes the core's nodes after its convolutions, [B, C, d], which are expanded to the
 *     words; empty where nothing was pooled
 * @param coreEdges its edges on the way back to the words, empty where nothing was pooled
 * @param measures scalars that tell whether pooling works, by name: {@code assignmentEntropy} and
 *     the level, 1 where its assignment has collapsed, and those of {@link WordContribution}
 */
public record RelUNetOutput(
    Operand<TFloat32> words,
    Optional<CoreTopology> core,
    Optional<Operand<TFloat32>> supernodes,
    Optional<CoreEdges> coreEdges,
    Map<String, Operand<TFloat32>> measures) {
  /** Without pooling there is nothing to measure. */
  static RelUNetOutput withoutPooling(Operand<TFloat32> words) {
    return new RelUNetOutput(words, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
  }
}
