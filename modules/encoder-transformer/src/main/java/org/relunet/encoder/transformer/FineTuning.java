package org.relunet.encoder.transformer;

import org.relunet.encoder.transformer.graph.TrainedLayers;

/** How much of an encoder training changes. */
public enum FineTuning {
  /** All of it. */
  FULL {
    @Override
    TrainedLayers trained(int layers, int topLayers) {
      return new TrainedLayers(true, 0);
    }
  },
  /** The layers nearest to the output. */
  TOP_LAYERS {
    @Override
    TrainedLayers trained(int layers, int topLayers) {
      if (topLayers > layers) {
        throw new IllegalArgumentException(
            "top-layers is " + topLayers + " but the encoder has only " + layers + " layers");
      }
      return new TrainedLayers(false, layers - topLayers);
    }
  },
  /** Nothing. */
  FROZEN {
    @Override
    TrainedLayers trained(int layers, int topLayers) {
      return new TrainedLayers(false, layers);
    }
  };

  abstract TrainedLayers trained(int layers, int topLayers);
}
