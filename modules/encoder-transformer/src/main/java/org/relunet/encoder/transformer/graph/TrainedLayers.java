package org.relunet.encoder.transformer.graph;

import java.util.Optional;

/**
 * Which parameters training changes.
 *
 * @param embeddings whether the embeddings; then all layers too
 * @param firstLayer the lowest trained layer, counted from 0; the number of layers where none is
 * @param adapter what is trained of these layers in place of their own parameters
 */
public record TrainedLayers(boolean embeddings, int firstLayer, Optional<LowRankAdapter> adapter) {
  public TrainedLayers {
    if (firstLayer < 0 || embeddings && firstLayer > 0) {
      throw new IllegalArgumentException(
          "trained embeddings below frozen layers, first trained layer " + firstLayer);
    }
  }

  /** Whole layers. */
  public static TrainedLayers whole(boolean embeddings, int firstLayer) {
    return new TrainedLayers(embeddings, firstLayer, Optional.empty());
  }
}
