package org.relunet.graph.part;

import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What an encoder gives.
 *
 * @param words E, [B, N, d]; zero rows where padded
 * @param frozenBoundary the last tensor, [B, L, d], on the way to {@code words} that depends on no
 *     trained parameter. Its value may be kept from an earlier run and fed in place of being
 *     computed; values at padded pieces are of no consequence. Empty where training changes all.
 */
public record EncoderOutput(Operand<TFloat32> words, Optional<Operand<TFloat32>> frozenBoundary) {}
