package org.relunet.encoder.transformer.weight;

import org.relunet.encoder.transformer.tensor.TensorArchive;
import org.relunet.encoder.transformer.tensor.TensorShape;
import org.relunet.graph.parameter.Initializer;

/**
 * Weights saved by Hugging Face transformers for PyTorch: matrices are [out, in], the whole encoder
 * may stand below a prefix ({@code bert.}, {@code roberta.}), and old files call the parameters of
 * layer normalisations gamma and beta.
 */
public final class PyTorchWeights implements WeightSource {
  private final CheckedArchive archive;
  private final String prefix;

  public PyTorchWeights(TensorArchive archive) {
    this.archive = new CheckedArchive(archive);
    this.prefix = ModulePrefix.of(archive.names());
  }

  @Override
  public Initializer kernel(String layer, int inputs, int outputs) {
    return archive.transposed(prefix + layer + ".weight", outputs, inputs);
  }

  @Override
  public Initializer bias(String layer, int outputs) {
    return archive.values(prefix + layer + ".bias", TensorShape.of(outputs));
  }

  @Override
  public Initializer scale(String layer, int width) {
    return either(layer, ".weight", ".gamma", width);
  }

  @Override
  public Initializer offset(String layer, int width) {
    return either(layer, ".bias", ".beta", width);
  }

  @Override
  public Initializer table(String layer, int rows, int width) {
    return archive.values(prefix + layer + ".weight", TensorShape.of(rows, width));
  }

  private Initializer either(String layer, String now, String once, int width) {
    String old = prefix + layer + once;
    return archive.values(archive.has(old) ? old : prefix + layer + now, TensorShape.of(width));
  }
}
