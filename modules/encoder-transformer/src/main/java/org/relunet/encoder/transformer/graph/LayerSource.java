package org.relunet.encoder.transformer.graph;

import java.util.Optional;
import org.relunet.encoder.transformer.weight.WeightSource;
import org.relunet.graph.parameter.ParameterKind;

/**
 * Where a layer's parameters come from, and whether they are trained.
 *
 * @param weights first values
 * @param path of the layer in the weights, as in {@code encoder.layer.3}
 * @param kind of all its parameters
 * @param adapter trained beside its matrices, where these stay as they are
 */
record LayerSource(
    WeightSource weights, String path, ParameterKind kind, Optional<LowRankAdapter> adapter) {

  /** Path of a module inside the layer. */
  String path(String module) {
    return path + "." + module;
  }

  /** Whether training changes the layer or an adapter of it. */
  boolean learns() {
    return kind != ParameterKind.FROZEN || adapter.isPresent();
  }

  /** As the feed-forward network sees it: without an adapter that is for attention alone. */
  LayerSource forFeedForward() {
    return new LayerSource(weights, path, kind, adapter.filter(LowRankAdapter::feedForward));
  }
}
