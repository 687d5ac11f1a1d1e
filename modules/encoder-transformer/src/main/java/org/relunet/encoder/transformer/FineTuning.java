package org.relunet.encoder.transformer;

import java.util.Optional;
import org.relunet.encoder.transformer.graph.TrainedLayers;

/** How much of an encoder training changes. */
public enum FineTuning {
  /** All of it. */
  FULL {
    @Override
    TrainedLayers trained(int layers, TransformerSettings settings) {
      return TrainedLayers.whole(true, 0);
    }
  },
  /** The layers nearest to the output. */
  TOP_LAYERS {
    @Override
    TrainedLayers trained(int layers, TransformerSettings settings) {
      int topLayers = settings.topLayers();
      if (topLayers > layers) {
        throw new IllegalArgumentException(
            "top-layers is " + topLayers + " but the encoder has only " + layers + " layers");
      }
      return TrainedLayers.whole(false, layers - topLayers);
    }
  },
  /** Changes of low rank to the matrices of all layers, which stay as they are themselves. */
  LORA {
    @Override
    TrainedLayers trained(int layers, TransformerSettings settings) {
      return new TrainedLayers(false, 0, Optional.of(settings.lora().adapter()));
    }
  },
  /** Nothing. */
  FROZEN {
    @Override
    TrainedLayers trained(int layers, TransformerSettings settings) {
      return TrainedLayers.whole(false, layers);
    }
  };

  abstract TrainedLayers trained(int layers, TransformerSettings settings);
}
