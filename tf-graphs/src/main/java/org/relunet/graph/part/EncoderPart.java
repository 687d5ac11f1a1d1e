package org.relunet.graph.part;

import org.relunet.api.plugin.Encoder;

/** An encoder as a part of the network: pieces to word vectors. */
public interface EncoderPart extends Encoder {
  /**
   * Adds the encoder's operations. Called once a graph and mode; calls for the same {@link
   * GraphContext#parameters()} share parameters.
   *
   * @return E, [B, N, d] with d = {@link #width()}
   */
  EncoderOutput build(GraphContext context, PieceInputs inputs);

  /**
   * The work of encoding a sentence: additions and multiplications of its matrix products, without
   * padding. What benchmarks compare with the machine's speed.
   *
   * @param pieces L
   */
  EncoderWork work(int pieces);
}
