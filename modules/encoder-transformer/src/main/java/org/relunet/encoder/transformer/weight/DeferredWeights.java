package org.relunet.encoder.transformer.weight;

import java.util.function.Supplier;
import org.relunet.graph.parameter.Initializer;

/**
 * Weights whose source is opened only when a value is read: a model package that brings all its
 * parameters never needs the pre-trained ones. Shapes are then checked at reading too.
 */
public final class DeferredWeights implements WeightSource {
  private final Supplier<WeightSource> source;

  public DeferredWeights(Supplier<WeightSource> opening) {
    this.source = new Opened<>(opening);
  }

  @Override
  public Initializer kernel(String layer, int inputs, int outputs) {
    return (shape, random) -> source.get().kernel(layer, inputs, outputs).values(shape, random);
  }

  @Override
  public Initializer bias(String layer, int outputs) {
    return (shape, random) -> source.get().bias(layer, outputs).values(shape, random);
  }

  @Override
  public Initializer scale(String layer, int width) {
    return (shape, random) -> source.get().scale(layer, width).values(shape, random);
  }

  @Override
  public Initializer offset(String layer, int width) {
    return (shape, random) -> source.get().offset(layer, width).values(shape, random);
  }

  @Override
  public Initializer table(String layer, int rows, int width) {
    return (shape, random) -> source.get().table(layer, rows, width).values(shape, random);
  }
}
