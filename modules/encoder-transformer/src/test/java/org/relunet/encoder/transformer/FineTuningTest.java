package org.relunet.encoder.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.relunet.contract.encoder.EncoderGraph;
import org.relunet.graph.parameter.Parameter;

class FineTuningTest {
  private static List<String> parameters(
      FineTuning fineTuning, int topLayers, Predicate<Parameter> which) {
    TransformerSettings settings = Fixtures.settings(Fixtures.TINY_BERT, fineTuning, topLayers);
    try (EncoderGraph graph = new EncoderGraph(Fixtures.encoder(settings), 1)) {
      return graph.parameters().all().stream().filter(which).map(Parameter::name).toList();
    }
  }

  @Test
  void trainsEverythingWhereFull() {
    assertThat(parameters(FineTuning.FULL, 1, parameter -> !parameter.trained())).isEmpty();
  }

  @Test
  void countsTheLayersAboveEachParameterWithTheEmbeddingsLowest() {
    assertThat(parameters(FineTuning.FULL, 1, parameter -> parameter.layersAbove() == 0))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("encoder.layer_1."));
    assertThat(parameters(FineTuning.LORA, 1, parameter -> parameter.layersAbove() == 1))
        .anyMatch(name -> name.endsWith("adapter_a"))
        .allMatch(name -> name.startsWith("encoder.layer_0."));
    assertThat(parameters(FineTuning.FULL, 1, parameter -> parameter.layersAbove() == 2))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("encoder.embeddings."));
    assertThat(parameters(FineTuning.FULL, 1, parameter -> parameter.layersAbove() > 2)).isEmpty();
  }

  @Test
  void trainsNothingWhereFrozen() {
    assertThat(parameters(FineTuning.FROZEN, 1, Parameter::trained)).isEmpty();
  }

  @Test
  void trainsTheLayersNearestToTheOutput() {
    assertThat(parameters(FineTuning.TOP_LAYERS, 1, Parameter::trained))
        .isNotEmpty()
        .allMatch(name -> name.contains("layer_1"));
    assertThat(parameters(FineTuning.TOP_LAYERS, 1, parameter -> !parameter.trained()))
        .anyMatch(name -> name.contains("layer_0"))
        .anyMatch(name -> name.contains("embeddings"))
        .noneMatch(name -> name.contains("layer_1"));
  }

  @Test
  void leavesTheEmbeddingsFrozenBelowTrainedLayers() {
    assertThat(parameters(FineTuning.TOP_LAYERS, 2, parameter -> !parameter.trained()))
        .isNotEmpty()
        .allMatch(name -> name.contains("embeddings"));
  }

  @Test
  void trainsNothingButTheAdaptersOfAllLayersWhereLora() {
    assertThat(parameters(FineTuning.LORA, 1, Parameter::trained))
        .hasSize(2 * 4 * 2) // A and B of four matrices in each of two layers
        .allMatch(name -> name.contains("adapter_"));
  }

  @Test
  void refusesMoreTopLayersThanThereAre() {
    assertThatThrownBy(
            () -> Fixtures.encoder(Fixtures.settings(Fixtures.TINY_BERT, FineTuning.TOP_LAYERS, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("top-layers is 3", "2 layers");
  }
}
