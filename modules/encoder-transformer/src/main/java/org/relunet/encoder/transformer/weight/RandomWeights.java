package org.relunet.encoder.transformer.weight;

import org.relunet.graph.parameter.Initializer;

/**
 * BERT's own start: matrices and embeddings truncated normal, biases 0, normalisations identity.
 */
public final class RandomWeights implements WeightSource {
  private static final double STANDARD_DEVIATION = 0.02;

  @Override
  public Initializer kernel(String layer, int inputs, int outputs) {
    return Initializer.truncatedNormal(STANDARD_DEVIATION);
  }

  @Override
  public Initializer bias(String layer, int outputs) {
    return Initializer.zeros();
  }

  @Override
  public Initializer scale(String layer, int width) {
    return Initializer.constant(1);
  }

  @Override
  public Initializer offset(String layer, int width) {
    return Initializer.zeros();
  }

  @Override
  public Initializer table(String layer, int rows, int width) {
    return Initializer.truncatedNormal(STANDARD_DEVIATION);
  }
}
