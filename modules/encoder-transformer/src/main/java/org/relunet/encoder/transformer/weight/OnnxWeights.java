package org.relunet.encoder.transformer.weight;

import org.relunet.encoder.transformer.tensor.TensorArchive;
import org.relunet.encoder.transformer.tensor.TensorShape;
import org.relunet.graph.parameter.Initializer;

/**
 * Weights of a PyTorch BERT exported to ONNX: matrices are [in, out] and go by the node that uses
 * them ({@code /encoder/layer.0/attention/self/query/MatMul}), all else keeps its PyTorch name.
 */
public final class OnnxWeights implements WeightSource {
  private final CheckedArchive archive;
  private final String prefix;

  /**
   * @param archive an {@link org.relunet.encoder.transformer.onnx.OnnxFile}
   */
  public OnnxWeights(TensorArchive archive) {
    this.archive = new CheckedArchive(archive);
    this.prefix = ModulePrefix.of(archive.names());
  }

  @Override
  public Initializer kernel(String layer, int inputs, int outputs) {
    // Dots separate modules, except the one before a layer's number.
    String path = (prefix + layer).replace('.', '/').replace("layer/", "layer.");
    return archive.values("/" + path + "/MatMul", TensorShape.of(inputs, outputs));
  }

  @Override
  public Initializer bias(String layer, int outputs) {
    return archive.values(prefix + layer + ".bias", TensorShape.of(outputs));
  }

  @Override
  public Initializer scale(String layer, int width) {
    return archive.values(prefix + layer + ".weight", TensorShape.of(width));
  }

  @Override
  public Initializer offset(String layer, int width) {
    return archive.values(prefix + layer + ".bias", TensorShape.of(width));
  }

  @Override
  public Initializer table(String layer, int rows, int width) {
    return archive.values(prefix + layer + ".weight", TensorShape.of(rows, width));
  }
}
