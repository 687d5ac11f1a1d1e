package org.relunet.graph.unet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.graph.convolution.Aggregator;
import org.relunet.graph.convolution.KipfWellingConvolution;
import org.relunet.graph.convolution.SageConvolution;
import org.relunet.graph.pooling.AssignmentInput;
import org.relunet.graph.pooling.AssignmentNormalization;
import org.relunet.graph.pooling.GraphPooling;
import org.relunet.graph.pooling.GraphUnpooling.Skip;
import org.relunet.graph.unet.RelUNetSettings.Convolution;
import org.relunet.graph.unet.RelUNetSettings.Normalization;
import org.relunet.graph.unet.RelUNetSettings.Pooling;
import org.relunet.graph.unet.RelUNetSettings.SkipSource;

class RelUNetSettingsTest {
  private static RelUNetSettings settings(Convolution convolution, List<Integer> coreSizes) {
    return new RelUNetSettings(
        true,
        Pooling.MINCUT,
        coreSizes,
        2,
        convolution,
        Aggregator.MEAN,
        7,
        AssignmentNormalization.CLUSTERS,
        AssignmentInput.CONVOLVED,
        128,
        4,
        Skip.ADD,
        SkipSource.INPUT,
        false,
        RelUNetSettings.NodeNormalization.NONE,
        Normalization.NONE,
        Normalization.NONE,
        0,
        0);
  }

  @Test
  void refusesACoreWithoutNodes() {
    assertThatThrownBy(() -> settings(Convolution.SAGE, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("core-sizes: needs at least one size");
    assertThatThrownBy(() -> settings(Convolution.SAGE, List.of(16, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[16, 0]");
  }

  @Test
  void choosesTheConvolution() {
    assertThat(settings(Convolution.SAGE, List.of(8)).convolution())
        .isEqualTo(new SageConvolution(Aggregator.MEAN, 7));
    assertThat(settings(Convolution.GCN, List.of(8)).convolution())
        .isEqualTo(new KipfWellingConvolution());
  }

  @Test
  void givesEachLevelItsSize() {
    RelUNetSettings settings = settings(Convolution.GCN, List.of(16, 8));
    assertThat(settings.poolingLayer(1))
        .isEqualTo(
            new GraphPooling(
                8,
                new KipfWellingConvolution(),
                AssignmentNormalization.CLUSTERS,
                AssignmentInput.CONVOLVED,
                128,
                4));
  }
}
