package org.relunet.encoder.transformer.graph;

import org.relunet.encoder.transformer.weight.WeightSource;
import org.relunet.graph.parameter.ParameterKind;

/**
 * Where a layer's parameters come from, and whether they are trained.
 *
 * @param weights first values
 * @param path of the layer in the weights, as in {@code encoder.layer.3}
 * @param kind of all its parameters
 */
record LayerSource(WeightSource weights, String path, ParameterKind kind) {

  /** Path of a module inside the layer. */
  String path(String module) {
    return path + "." + module;
  }
}
