package org.relunet.encoder.transformer.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.relunet.encoder.transformer.safetensors.SafetensorsBytes;
import org.relunet.encoder.transformer.tensor.TensorArchive;
import org.relunet.encoder.transformer.tensor.TensorShape;

/**
 * Writes the weights of a PyTorch BERT as exporters to ONNX do: the matrix of a linear layer is
 * transposed and has a number for its name, so that only the node that multiplies with it tells
 * what it is. All other tensors keep their names.
 */
public final class OnnxExport {
  private static final int FLOAT = 1;
  private static final String WEIGHT = ".weight";

  private OnnxExport() {}

  /** Of the whole graph, the multiplying nodes and the weights alone. */
  public static void write(TensorArchive weights, Path file) throws IOException {
    List<byte[]> nodes = new ArrayList<>();
    List<byte[]> initializers = new ArrayList<>();
    for (String name : weights.names()) {
      TensorShape shape = weights.shape(name).orElseThrow();
      float[] values = weights.values(name);
      if (isMatrixOfALinearLayer(name, shape)) {
        int outputs = shape.sizes().get(0).intValue();
        int inputs = shape.sizes().get(1).intValue();
        String number = "onnx::MatMul_" + (1000 + initializers.size());
        nodes.add(OnnxBytes.node("MatMul", node(name), "input_of_" + number, number));
        initializers.add(raw(number, transposed(values, outputs, inputs), inputs, outputs));
      } else {
        long[] sizes = shape.sizes().stream().mapToLong(Long::longValue).toArray();
        initializers.add(raw(name, values, sizes));
      }
    }
    Files.write(file, OnnxBytes.model(OnnxBytes.graph(nodes, initializers)));
  }

  private static boolean isMatrixOfALinearLayer(String name, TensorShape shape) {
    return shape.sizes().size() == 2 && name.startsWith("encoder.");
  }

  /** {@code encoder.layer.0.output.dense.weight}: {@code /encoder/layer.0/output/dense/MatMul}. */
  private static String node(String name) {
    String layer = name.substring(0, name.length() - WEIGHT.length());
    return "/" + layer.replaceAll("\\.(?!\\d)", "/") + "/MatMul";
  }

  private static byte[] raw(String name, float[] values, long... dimensions) {
    return OnnxBytes.raw(name, FLOAT, SafetensorsBytes.floats(values), dimensions);
  }

  private static float[] transposed(float[] values, int rows, int columns) {
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
    return turned;
  }
}
