package org.relunet.encoder.transformer.pretrained;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.relunet.api.plugin.PretrainedBase;
import org.relunet.encoder.transformer.architecture.TransformerArchitecture;
import org.relunet.encoder.transformer.piece.PieceTokenizer;
import org.relunet.encoder.transformer.piece.TokenizerDefinition;
import org.relunet.encoder.transformer.tensor.WeightException;
import org.relunet.encoder.transformer.weight.WeightSource;

/**
 * What belongs together.
 *
 * @param architecture of the network
 * @param tokenizer with its vocabulary
 * @param weights of its layers
 * @param base the files behind all of it, hashed when asked
 */
public record PretrainedEncoder(
    TransformerArchitecture architecture,
    PieceTokenizer tokenizer,
    WeightSource weights,
    Supplier<PretrainedBase> base) {
  public PretrainedEncoder {
    requireNonNull(architecture, "architecture");
    requireNonNull(tokenizer, "tokenizer");
    requireNonNull(weights, "weights");
    requireNonNull(base, "base");
  }

  /**
   * Loads the tokenizer, after checking that it has the vocabulary that the weights were made for.
   *
   * @param weightsOrigin where vocabulary size and weights come from, for messages
   * @throws WeightException if the sizes differ
   */
  static PretrainedEncoder of(
      TransformerArchitecture architecture,
      TokenizerDefinition tokenizer,
      WeightSource weights,
      String weightsOrigin,
      Supplier<PretrainedBase> base) {
    if (tokenizer.vocabularySize() != architecture.vocabularySize()) {
      throw new WeightException(
          tokenizer.origin()
              + ": the tokenizer has "
              + tokenizer.vocabularySize()
              + " pieces but "
              + weightsOrigin
              + " says that the weights have "
              + architecture.vocabularySize()
              + " (vocab_size); tokenizer and weights do not belong together");
    }
    return new PretrainedEncoder(architecture, new PieceTokenizer(tokenizer), weights, base);
  }
}
