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
   * @param tokenizer {@link BgeSmall#NAME}, {@link BertBaseCased#NAME}, or a directory with a
   *     tokenizer in Hugging Face layout
   * @param architecture given the size of the vocabulary
   */
  public static PretrainedEncoder of(
      String tokenizer, IntFunction<TransformerArchitecture> architecture) {
    TokenizerDefinition definition =
        switch (tokenizer) {
          case BgeSmall.NAME -> BgeSmall.tokenizer();
          case BertBaseCased.NAME -> BertBaseCased.tokenizer();
          default -> HuggingFaceDirectory.tokenizer(Path.of(tokenizer));
        };
    return PretrainedEncoder.of(
        architecture.apply(definition.vocabularySize()),
        definition,
        new RandomWeights(),
        "the architecture",
        () ->
            switch (tokenizer) {
              case BgeSmall.NAME -> BgeSmall.vocabularyBase();
              case BertBaseCased.NAME -> BertBaseCased.base();
              default -> HuggingFaceDirectory.base(Path.of(tokenizer));
            });
  }
}
