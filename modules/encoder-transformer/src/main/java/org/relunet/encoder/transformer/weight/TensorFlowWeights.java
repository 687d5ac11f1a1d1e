package org.relunet.encoder.transformer.weight;

import org.relunet.encoder.transformer.tensor.TensorArchive;
import org.relunet.encoder.transformer.tensor.TensorShape;
import org.relunet.graph.parameter.Initializer;

/**
 * Weights of Google's BERT in TensorFlow: matrices are [in, out], layers are {@code layer_0}, and
 * all of it may stand below a prefix ({@code module/bert/}).
 */
public final class TensorFlowWeights implements WeightSource {
  private static final String ALWAYS_THERE = "embeddings/word_embeddings";

  private final CheckedArchive archive;
  private final String prefix;

  public TensorFlowWeights(TensorArchive archive) {
    this.archive = new CheckedArchive(archive);
    this.prefix =
        archive.names().stream()
            .filter(name -> name.endsWith("/" + ALWAYS_THERE))
            .findFirst()
            .map(name -> name.substring(0, name.length() - ALWAYS_THERE.length()))
            .orElse("");
  }

  @Override
  public Initializer kernel(String layer, int inputs, int outputs) {
    return archive.values(path(layer) + "/kernel", TensorShape.of(inputs, outputs));
  }

  @Override
  public Initializer bias(String layer, int outputs) {
    return archive.values(path(layer) + "/bias", TensorShape.of(outputs));
  }

  @Override
  public Initializer scale(String layer, int width) {
    return archive.values(path(layer) + "/gamma", TensorShape.of(width));
  }

  @Override
  public Initializer offset(String layer, int width) {
    return archive.values(path(layer) + "/beta", TensorShape.of(width));
  }

  @Override
  public Initializer table(String layer, int rows, int width) {
    return archive.values(path(layer), TensorShape.of(rows, width));
  }

  /** PyTorch's {@code encoder.layer.0.output} is {@code encoder/layer_0/output}. */
  private String path(String layer) {
    return prefix + layer.replaceAll("layer\\.(\\d+)", "layer_$1").replace('.', '/');
  }
}
