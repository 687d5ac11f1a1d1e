package org.relunet.encoder.transformer.weight;

import org.relunet.graph.parameter.Initializer;

/**
 * First values for a transformer's parameters. Whether they exist and have the shape asked for is
 * checked at the call; they are read when the initializer runs. Thread-safe.
 *
 * <p>All methods throw {@link org.relunet.encoder.transformer.tensor.WeightException}, naming
 * tensor and file, where there is no such parameter or it has another shape.
 */
public interface WeightSource {
  /** Matrix of a linear layer, [inputs, outputs]: {@code y = x kernel + bias}. */
  Initializer kernel(String layer, int inputs, int outputs);

  /** Bias of a linear layer, [outputs]. */
  Initializer bias(String layer, int outputs);

  /** What a layer normalisation multiplies by (gamma), [width]. */
  Initializer scale(String layer, int width);

  /** What a layer normalisation adds (beta), [width]. */
  Initializer offset(String layer, int width);

  /** Embeddings, [rows, width]. */
  Initializer table(String layer, int rows, int width);
}
