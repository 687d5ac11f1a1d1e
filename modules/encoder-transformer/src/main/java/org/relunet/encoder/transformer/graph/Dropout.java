package org.relunet.encoder.transformer.graph;

/**
 * Shares of values set to zero in training.
 *
 * @param hidden of embeddings and of each layer's two outputs
 * @param attention of attention weights
 */
public record Dropout(double hidden, double attention) {
  /** None: for layers that are not trained. */
  static final Dropout NONE = new Dropout(0, 0);
}
