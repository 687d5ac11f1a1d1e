package org.relunet.graph.unet;

import java.util.List;
import org.relunet.api.setting.Setting;
import org.relunet.graph.convolution.Aggregator;
import org.relunet.graph.convolution.GraphConvolution;
import org.relunet.graph.convolution.KipfWellingConvolution;
import org.relunet.graph.convolution.SageConvolution;
import org.relunet.graph.pooling.AssignmentInput;
import org.relunet.graph.pooling.AssignmentNormalization;
import org.relunet.graph.pooling.GraphPooling;
import org.relunet.graph.pooling.GraphUnpooling;

/** Settings of the graph U-Net; the defaults are the paper's where it says. */
public record RelUNetSettings(
    @Setting(
            help = "false leaves the U-Net out: CasRel on the encoder's vectors",
            defaultValue = "true")
        boolean enabled,
    @Setting(
            help =
                "mincut: contract and expand; none: convolutions on the full dependency tree;"
                    + " identity: neither, so that only the normalizations are left, to tell what"
                    + " these give alone",
            defaultValue = "mincut")
        Pooling pooling,
    @Setting(
            help = "nodes after each pooling layer, from the first to the core",
            defaultValue = "[16, 8]",
            minimum = 1,
            maximum = 4096)
        List<Integer> coreSizes,
    @Setting(
            help = "graph convolutions on the core topology",
            defaultValue = "2",
            minimum = 0,
            maximum = 64)
        int coreLayers,
    @Setting(
            help = "sage: GraphSAGE; gcn: Kipf and Welling's, the paper's ablation",
            defaultValue = "sage")
        Convolution graphConvolution,
    @Setting(
            help = "how GraphSAGE averages neighbours; weighted-mean: by the edges' weights",
            defaultValue = "weighted-mean")
        Aggregator aggregator,
    @Setting(
            help = "most neighbours that GraphSAGE samples a node in training; 0: all",
            defaultValue = "5",
            minimum = 0,
            maximum = 1000)
        int neighbourSample,
    @Setting(
            help = "what the assignment matrix's softmax runs over: nodes (paper) or clusters",
            defaultValue = "nodes")
        AssignmentNormalization assignmentNormalization,
    @Setting(
            help =
                "what the assignment MLPs read; convolved: the graph convolution's output (paper);"
                    + " standardised: the same less its mean over the nodes of a sentence, divided by"
                    + " their standard deviation, each unit by itself. Not in the paper",
            defaultValue = "convolved")
        AssignmentInput assignmentInput,
    @Setting(
            help = "width of the hidden layer of the assignment MLPs; 0: none",
            unit = "units",
            defaultValue = "128",
            minimum = 0,
            maximum = 16384)
        int assignmentHidden,
    @Setting(
            help =
                "what an assignment's scores are multiplied by before its softmax: at 1 (paper) the"
                    + " assignments begin nearly even, and all supernodes alike; above 1 they begin"
                    + " sharper. Not in the paper",
            defaultValue = "1",
            minimum = 0.01,
            maximum = 100)
        double assignmentScale,
    @Setting(
            help =
                "how skip connections join; add (paper), concat: and a linear layer, gated: add what is"
                    + " unpooled, scaled by learned factors that start at 0, projected: add it, and to"
                    + " the words by a linear map that starts at 0",
            defaultValue = "add")
        GraphUnpooling.Skip skip,
    @Setting(
            help =
                "what the skip connection of the words carries; input: the encoder's vectors"
                    + " (paper); convolved: added to them, a learned projection of the graph"
                    + " convolution that the assignment is made from, so that the tree reaches the"
                    + " taggers past the core's few nodes. With pooling: mincut; not in the paper",
            defaultValue = "input")
        SkipSource skipSource,
    @Setting(help = "an edge from every word to itself; not in the paper", defaultValue = "false")
        boolean selfLoops,
    @Setting(
            help =
                "pair-norm: take from the supernodes of each level, and from what the words get of"
                    + " them, what all nodes of a sentence share, and scale the rest (Zhao and Akoglu"
                    + " 2020, arXiv:1909.12223), as else it is nearly all that they have; not in the"
                    + " paper",
            defaultValue = "none")
        NodeNormalization nodeNormalization,
    @Setting(
            help =
                "layer-norm: normalise the encoder's vectors before the U-Net and its skip"
                    + " connections read them; not in the paper",
            defaultValue = "none")
        Normalization inputNormalization,
    @Setting(
            help = "layer-norm: normalise the sum of encoder and U-Net; not in the paper",
            defaultValue = "none")
        Normalization outputNormalization,
    @Setting(
            help = "dropout on the U-Net's output, before it joins the encoder's",
            defaultValue = "0",
            minimum = 0,
            maximum = 0.9)
        double dropout,
    @Setting(
            help =
                "share of sentences whose U-Net output is left out in a training step, so that the"
                    + " taggers learn to do without it too; not in the paper",
            defaultValue = "0",
            minimum = 0,
            maximum = 0.9)
        double omission) {

  /** Whether the tree is contracted. */
  public enum Pooling {
    MINCUT,
    NONE,
    IDENTITY
  }

  /** What the skip connection of the word level carries. */
  public enum SkipSource {
    INPUT,
    CONVOLVED
  }

  private static final int MOST_LEVELS = 16;
  private static final int LARGEST_CORE = 4_096;

  /** The graph convolution. */
  public enum Convolution {
    SAGE,
    GCN
  }

  /** What is done to what the nodes of a graph share. */
  public enum NodeNormalization {
    NONE,
    PAIR_NORM
  }

  /** What is done to the words' vectors before the U-Net, or after its last skip connection. */
  public enum Normalization {
    NONE,
    LAYER_NORM
  }

  public RelUNetSettings {
    coreSizes = List.copyOf(coreSizes);
    if (coreSizes.isEmpty() || coreSizes.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "core-sizes: needs at least one size, each 1 or more, but is " + coreSizes);
    }
    if (coreSizes.size() > MOST_LEVELS
        || coreSizes.stream().anyMatch(size -> size > LARGEST_CORE)) {
      throw new IllegalArgumentException(
          "core-sizes: at most %d sizes of up to %d nodes are possible"
              .formatted(MOST_LEVELS, LARGEST_CORE));
    }
  }

  /** Whether the network has a core. */
  public boolean pools() {
    return enabled && pooling == Pooling.MINCUT;
  }

  GraphConvolution convolution() {
    return switch (graphConvolution) {
      case SAGE -> new SageConvolution(aggregator, neighbourSample);
      case GCN -> new KipfWellingConvolution();
    };
  }

  GraphPooling poolingLayer(int level) {
    return new GraphPooling(
        coreSizes.get(level),
        convolution(),
        assignmentNormalization,
        assignmentInput,
        assignmentHidden,
        assignmentScale);
  }
}
