package org.relunet.graph.unet;

import java.util.List;
import org.relunet.graph.convolution.Aggregator;
import org.relunet.graph.pooling.AssignmentInput;
import org.relunet.graph.pooling.AssignmentNormalization;
import org.relunet.graph.pooling.GraphUnpooling.Skip;
import org.relunet.graph.unet.RelUNetSettings.Convolution;
import org.relunet.graph.unet.RelUNetSettings.Normalization;
import org.relunet.graph.unet.RelUNetSettings.Pooling;
import org.relunet.graph.unet.RelUNetSettings.SkipSource;

/** Small networks, one for each choice that the settings leave. */
enum RelUNetExamples {
  PAPER(settings(Pooling.MINCUT, AssignmentNormalization.NODES, Skip.ADD, SkipSource.INPUT, 0)),
  CLUSTERS(
      settings(Pooling.MINCUT, AssignmentNormalization.CLUSTERS, Skip.ADD, SkipSource.INPUT, 0)),
  CONCATENATED(
      settings(Pooling.MINCUT, AssignmentNormalization.NODES, Skip.CONCAT, SkipSource.INPUT, 0)),
  GATED(settings(Pooling.MINCUT, AssignmentNormalization.NODES, Skip.GATED, SkipSource.INPUT, 0)),
  PROJECTED(
      settings(Pooling.MINCUT, AssignmentNormalization.NODES, Skip.PROJECTED, SkipSource.INPUT, 0)),
  CONVOLVED(
      settings(Pooling.MINCUT, AssignmentNormalization.NODES, Skip.ADD, SkipSource.CONVOLVED, 0)),
  WITHOUT_POOLING(
      settings(Pooling.NONE, AssignmentNormalization.NODES, Skip.ADD, SkipSource.INPUT, 0)),
  STANDARDISED(
      new RelUNetSettings(
          true,
          Pooling.MINCUT,
          List.of(4, 3),
          2,
          Convolution.SAGE,
          Aggregator.WEIGHTED_MEAN,
          2,
          AssignmentNormalization.NODES,
          AssignmentInput.STANDARDISED,
          5,
          1,
          Skip.ADD,
          SkipSource.INPUT,
          false,
          RelUNetSettings.NodeNormalization.NONE,
          Normalization.NONE,
          Normalization.NONE,
          0,
          0)),
  NORMALIZED(
      new RelUNetSettings(
          true,
          Pooling.MINCUT,
          List.of(4, 3),
          2,
          Convolution.SAGE,
          Aggregator.WEIGHTED_MEAN,
          2,
          AssignmentNormalization.NODES,
          AssignmentInput.CONVOLVED,
          5,
          4,
          Skip.ADD,
          SkipSource.CONVOLVED,
          false,
          RelUNetSettings.NodeNormalization.PAIR_NORM,
          Normalization.LAYER_NORM,
          Normalization.NONE,
          0,
          0)),
  TRANSDUCTIVE(
      new RelUNetSettings(
          true,
          Pooling.MINCUT,
          List.of(4, 3),
          2,
          Convolution.GCN,
          Aggregator.MEAN,
          0,
          AssignmentNormalization.NODES,
          AssignmentInput.CONVOLVED,
          0,
          1,
          Skip.ADD,
          SkipSource.INPUT,
          false,
          RelUNetSettings.NodeNormalization.NONE,
          Normalization.NONE,
          Normalization.LAYER_NORM,
          0,
          0));

  private final RelUNetSettings settings;

  RelUNetExamples(RelUNetSettings settings) {
    this.settings = settings;
  }

  RelUNet network() {
    return new RelUNet(settings);
  }

  /**
   * The same choices with as few parameters as they allow. Without hidden layers: those of a tiny
   * network hardly move its output, and finite differences drown.
   */
  RelUNet smallest() {
    return new RelUNet(
        new RelUNetSettings(
            true,
            settings.pooling(),
            settings.coreSizes(),
            1,
            settings.graphConvolution(),
            settings.aggregator(),
            settings.neighbourSample(),
            settings.assignmentNormalization(),
            settings.assignmentInput(),
            0,
            settings.assignmentScale(),
            settings.skip(),
            settings.skipSource(),
            false,
            settings.nodeNormalization(),
            settings.inputNormalization(),
            Normalization.NONE,
            0,
            0));
  }

  static RelUNetSettings settings(
      Pooling pooling,
      AssignmentNormalization normalization,
      Skip skip,
      SkipSource skipSource,
      double dropout) {
    return new RelUNetSettings(
        true,
        pooling,
        List.of(4, 3),
        2,
        Convolution.SAGE,
        Aggregator.WEIGHTED_MEAN,
        2,
        normalization,
        AssignmentInput.CONVOLVED,
        5,
        1,
        skip,
        skipSource,
        false,
        RelUNetSettings.NodeNormalization.NONE,
        Normalization.NONE,
        Normalization.NONE,
        dropout,
        0);
  }
}
