package org.relunet.graph.unet;

import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What the U-Net gives.
 *
 * @param words H, [B, N, d]
 * @param core the core topology, empty where nothing was pooled
 */
public record RelUNetOutput(Operand<TFloat32> words, Optional<CoreTopology> core) {}
