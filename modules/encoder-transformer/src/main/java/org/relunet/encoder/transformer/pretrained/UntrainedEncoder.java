package org.relunet.encoder.transformer.pretrained;

import java.nio.file.Path;
import java.util.function.IntFunction;
import org.relunet.encoder.transformer.architecture.TransformerArchitecture;
import org.relunet.encoder.transformer.piece.TokenizerDefinition;
import org.relunet.encoder.transformer.weight.RandomWeights;

/** An encoder that knows a vocabulary and nothing else: the paper's "random" rows. */
public final class UntrainedEncoder {
  private UntrainedEncoder() {}

  /**
   * @param tokenizer {@link BgeSmall#NAME}, or a directory with a tokenizer in Hugging Face layout
   * @param architecture given the size of the vocabulary
   */
  public static PretrainedEncoder of(
      String tokenizer, IntFunction<TransformerArchitecture> architecture) {
    TokenizerDefinition definition =
        tokenizer.equals(BgeSmall.NAME)
            ? BgeSmall.tokenizer()
            : HuggingFaceDirectory.tokenizer(Path.of(tokenizer));
    return PretrainedEncoder.of(
        architecture.apply(definition.vocabularySize()),
        definition,
        new RandomWeights(),
        "the architecture",
        () ->
            tokenizer.equals(BgeSmall.NAME)
                ? BgeSmall.vocabularyBase()
                : HuggingFaceDirectory.base(Path.of(tokenizer)));
  }
}
