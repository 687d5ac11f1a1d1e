package org.relunet.encoder.transformer.graph;

/**
 * Which parameters training changes.
 *
 * @param embeddings whether the embeddings; then all layers too
 * @param firstLayer the lowest trained layer, counted from 0; the number of layers where none is
 */
public record TrainedLayers(boolean embeddings, int firstLayer) {
  public TrainedLayers {
    if (firstLayer < 0 || embeddings && firstLayer > 0) {
      throw new IllegalArgumentException(
          "trained embeddings below frozen layers, first trained layer " + firstLayer);
    }
  }
}
