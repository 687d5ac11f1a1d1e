package org.relunet.graph.unet;

import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What the U-Net gives.
 *
 * @param words H, [B, N, d]
 * @param core the core topology, empty where nothing was pooled
 * @param measures scalars that tell whether pooling works, by name: {@code assignmentEntropy} and
 *     the level, 1 where its assignment has collapsed, and those of {@link WordContribution}
 */
public record RelUNetOutput(
    Operand<TFloat32> words, Optional<CoreTopology> core, Map<String, Operand<TFloat32>> measures) {
  /** Without pooling there is nothing to measure. */
  static RelUNetOutput withoutPooling(Operand<TFloat32> words) {
    return new RelUNetOutput(words, Optional.empty(), Map.of());
  }
}
