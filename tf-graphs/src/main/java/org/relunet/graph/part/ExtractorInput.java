package org.relunet.graph.part;

import java.util.Optional;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What an extractor reads.
 *
 * @param words H, [B, N, d]
 * @param wordMask [B, N] 1 for a word, 0 for padding
 * @param coreEdges of the core topology; empty where nothing was pooled
 */
public record ExtractorInput(
    Operand<TFloat32> words, Operand<TFloat32> wordMask, Optional<CoreEdges> coreEdges) {
  public ExtractorInput {
    Shapes.requireRank("words", words, 3);
    Shapes.requireRank("word mask", wordMask, 2);
  }

  /** Words without a core topology. */
  public static ExtractorInput of(Operand<TFloat32> words, Operand<TFloat32> wordMask) {
    return new ExtractorInput(words, wordMask, Optional.empty());
  }

  /** The same with other vectors of the words. */
  public ExtractorInput withWords(Operand<TFloat32> others) {
    return new ExtractorInput(others, wordMask, coreEdges);
  }
}
