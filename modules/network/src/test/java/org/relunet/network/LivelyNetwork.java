package org.relunet.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.Parameters;

/** Networks with random values that find something: their taggers rather say yes than no. */
final class LivelyNetwork {
  private LivelyNetwork() {}

  static InferenceNetwork of(NetworkParts parts) {
    return of(parts, Parameters.Storage.SINGLE);
  }

  static InferenceNetwork of(NetworkParts parts, Parameters.Storage storage) {
    InferenceNetwork network = new InferenceNetwork(parts, storage, TinyNetworks.THREADS);
    network.initialize(network.parameters(), 5);
    Map<Parameter, float[]> values = new HashMap<>();
    for (Parameter parameter : network.parameters()) {
      if (parameter.name().startsWith("casrel.") && parameter.shape().numDimensions() == 1) {
        float[] biases = new float[(int) parameter.shape().size()];
        Arrays.fill(biases, 1);
        values.put(parameter, biases);
      }
    }
    network.assign(values);
    return network;
  }
}
