package org.relunet.encoder.transformer.onnx;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relunet.encoder.transformer.tensor.TensorArchive;
import org.relunet.encoder.transformer.tensor.TensorFile;
import org.relunet.encoder.transformer.tensor.TensorShape;
import org.relunet.encoder.transformer.tensor.WeightException;

/**
 * The initialisers of an ONNX model.
 *
 * <p>Exporters rename the matrices of linear layers to numbers ({@code onnx::MatMul_1525}); here
 * such a matrix is known by the node that multiplies with it: {@code
 * /encoder/layer.0/attention/self/query/MatMul}. It is [in, out], unlike PyTorch's own.
 */
public final class OnnxFile implements TensorArchive {
  private final TensorFile file;
  private final Map<String, OnnxInitializer> initializers;

  /**
   * @throws WeightException if this is no ONNX model, or a damaged one
   */
  public OnnxFile(TensorFile file) {
    this.file = file;
    this.initializers = OnnxModelReader.initializers(file);
  }

  @Override
  public String origin() {
    return file.origin();
  }

  @Override
  public Set<String> names() {
    return initializers.keySet();
  }

  @Override
  public Optional<TensorShape> shape(String name) {
    return Optional.ofNullable(initializers.get(name)).map(OnnxInitializer::shape);
  }

  @Override
  public float[] values(String name) {
    OnnxInitializer initializer = initializers.get(name);
    if (initializer == null) {
      throw new WeightException(origin() + ": there is no initializer " + name);
    }
    return initializer
        .type()
        .orElseThrow(
            () ->
                new WeightException(
                    origin() + ": initializer " + name + " holds no floating-point numbers"))
        .decode(
            file.region(initializer.offset(), initializer.length()),
            initializer.shape().elements());
  }
}
