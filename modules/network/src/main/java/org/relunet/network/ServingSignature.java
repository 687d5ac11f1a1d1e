package org.relunet.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/**
 * What a written model reads and gives. Names, types and shapes come from the model's file.
 *
 * @param name of the signature
 * @param inputs to be fed, all of them
 * @param outputs of a call
 */
public record ServingSignature(
    String name, List<TensorDescription> inputs, List<TensorDescription> outputs) {
  public ServingSignature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * Reads the signature of a model and adds what its inputs and outputs mean to its network.
   *
   * @param network that the model was written from
   * @param directory of {@code saved_model.pb}
   * @throws IllegalStateException if the model has an input or output that nobody can explain
   */
  public static ServingSignature of(InferenceNetwork network, Path directory) throws IOException {
    SignatureDef signature;
    try (InputStream in = Files.newInputStream(directory.resolve("saved_model.pb"))) {
      signature =
          SavedModel.parseFrom(in).getMetaGraphs(0).getSignatureDefOrThrow(ServingModel.SIGNATURE);
    }
    Map<String, String> inputs = InputMeanings.of(network.inference().parts());
    network.parameters().stream()
        .filter(parameter -> !parameter.trained())
        .forEach(
            parameter ->
                inputs.put(
                    parameter.name(), "as the pre-trained encoder has it; no training changed it"));
    return new ServingSignature(
        ServingModel.SIGNATURE,
        describe(signature.getInputsMap(), inputs),
        describe(signature.getOutputsMap(), network.inference().outputMeanings()));
  }

  private static List<TensorDescription> describe(
      Map<String, TensorInfo> tensors, Map<String, String> meanings) {
    Map<String, TensorInfo> left = new LinkedHashMap<>(tensors);
    List<TensorDescription> described = new ArrayList<>();
    // a network without a U-Net does not read edges: not all that has a meaning is there
    meanings.forEach(
        (name, meaning) -> {
          TensorInfo tensor = left.remove(name);
          if (tensor != null) {
            described.add(
                new TensorDescription(
                    name, tensor.getDtype().name(), shape(tensor.getTensorShape()), meaning));
          }
        });
    if (!left.isEmpty()) {
      throw new IllegalStateException(
          "the signature has " + left.keySet() + ", but what they mean is not known");
    }
    return described;
  }

  private static List<Long> shape(TensorShapeProto shape) {
    return shape.getDimList().stream().map(TensorShapeProto.Dim::getSize).toList();
  }
}
