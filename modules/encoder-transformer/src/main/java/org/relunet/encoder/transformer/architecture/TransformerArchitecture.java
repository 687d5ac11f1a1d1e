package org.relunet.encoder.transformer.architecture;

/**
 * Sizes of a BERT-like encoder (Devlin et al. 2019, NAACL; RoBERTa: Liu et al. 2019). Positions are
 * absolute and learned, and layer normalisation follows each residual sum.
 *
 * @param vocabularySize rows of the word-piece embeddings
 * @param width d: length of every hidden vector
 * @param layers transformer layers
 * @param heads attention heads; divides the width
 * @param intermediateWidth width inside the feed-forward network
 * @param maximumPieces the most pieces a sequence can have
 * @param positionOffset row of the position embeddings that the first piece uses: 0 for BERT, 2 for
 *     RoBERTa, which leaves out rows up to its padding index
 * @param tokenTypes rows of the token-type embeddings; row 0 is the one used
 * @param normalizationEpsilon added to variances
 * @param activation inside the feed-forward network
 */
public record TransformerArchitecture(
    int vocabularySize,
    int width,
    int layers,
    int heads,
    int intermediateWidth,
    int maximumPieces,
    int positionOffset,
    int tokenTypes,
    float normalizationEpsilon,
    Activation activation) {
  public TransformerArchitecture {
    requirePositive("vocabulary size", vocabularySize);
    requirePositive("width", width);
    requirePositive("layers", layers);
    requirePositive("heads", heads);
    requirePositive("intermediate width", intermediateWidth);
    requirePositive("maximum of pieces", maximumPieces);
    requirePositive("token types", tokenTypes);
    if (positionOffset < 0) {
      throw new IllegalArgumentException("position offset " + positionOffset + " is negative");
    }
    if (width % heads != 0) {
      throw new IllegalArgumentException(
          "a width of " + width + " cannot be divided among " + heads + " attention heads");
    }
  }

  private static void requirePositive(String what, int size) {
    if (size < 1) {
      throw new IllegalArgumentException(what + " must be at least 1 but is " + size);
    }
  }

  /** Width of one attention head. */
  public int headWidth() {
    return width / heads;
  }

  /**
   * Additions and multiplications of one layer's matrix products: query, key, value and output (4
   * d^2 a piece together), the feed-forward network (2 d f), and attention (2 L d).
   *
   * @param pieces L
   */
  public double layerOperations(int pieces) {
    double multiplications =
        4.0 * width * width + 2.0 * width * intermediateWidth + 2.0 * pieces * width;
    return 2 * multiplications * pieces;
  }

  /** Rows of the position embeddings. */
  public int positions() {
    return maximumPieces + positionOffset;
  }
}
