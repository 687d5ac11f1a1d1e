package org.relunet.graph.unet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.graph.convolution.GraphConvolution;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.layer.Dense;
import org.relunet.graph.layer.LayerNormalization;
import org.relunet.graph.layer.PairNorm;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.part.CoreEdges;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.pooling.GraphUnpooling;
import org.relunet.graph.pooling.NodeGraph;
import org.relunet.graph.pooling.PooledGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * RelU-Net (section 3.1 of the paper): the dependency tree is contracted to a core topology, the
 * core convolved, and the result expanded back to the words, with a skip connection at each level.
 *
 * @param settings sizes and choices
 */
public record RelUNet(RelUNetSettings settings) {

  /**
   * Adds the network.
   *
   * @param tree the words' vectors E and the adjacency of the dependency tree
   * @return H, [B, N, d]; E itself where the U-Net is switched off
   */
  public RelUNetOutput build(GraphContext context, NodeGraph tree) {
    if (!settings.enabled()) {
      return RelUNetOutput.withoutPooling(tree.nodes());
    }
    GraphContext here = context.within("relunet");
    NodeGraph words = normalized(here, tree);
    return switch (settings.pooling()) {
      case MINCUT -> contractAndExpand(here, words);
      case NONE -> {
        Operand<TFloat32> convolved = convolve(here, words);
        Operand<TFloat32> sum = here.tf().math.add(thinned(here, convolved), words.nodes());
        yield RelUNetOutput.withoutPooling(normalize(here, sum));
      }
      case IDENTITY -> RelUNetOutput.withoutPooling(normalize(here, words.nodes()));
    };
  }

  /**
   * Adds the way to the core alone, with the parameters that {@link #build} has: for losses that
   * are to see other vectors of the words.
   *
   * @param tree as for {@link #build}
   * @return empty where nothing is pooled
   */
  public Optional<CoreTopology> buildCore(GraphContext context, NodeGraph tree) {
    if (!settings.pools()) {
      return Optional.empty();
    }
    GraphContext here = context.within("relunet");
    return Optional.of(contract(here, normalized(here, tree)).core(here.tf()));
  }

  /**
   * The contracting path.
   *
   * @param levels graphs from the words to the core
   * @param pooled what pooling gave on the way to each level but the first
   */
  private record Contraction(List<NodeGraph> levels, List<PooledGraph> pooled) {
    NodeGraph last() {
      return levels.get(levels.size() - 1);
    }

    CoreTopology core(Ops tf) {
      return new CoreTopology(
          last(),
          pooled.stream().map(PooledGraph::auxiliaryLoss).reduce(tf.math::add).orElseThrow());
    }
  }

  private Contraction contract(GraphContext here, NodeGraph tree) {
    List<NodeGraph> levels = new ArrayList<>(List.of(tree));
    List<PooledGraph> pooled = new ArrayList<>();
    for (int level = 0; level < settings.coreSizes().size(); level++) {
      PooledGraph next =
          settings.poolingLayer(level).apply(here, "pooling_" + level, levels.get(level));
      pooled.add(next);
      levels.add(apart() ? apart(here.tf(), next.graph()) : next.graph());
    }
    return new Contraction(levels, pooled);
  }

  private RelUNetOutput contractAndExpand(GraphContext here, NodeGraph tree) {
    Ops tf = here.tf();
    Contraction contraction = contract(here, tree);
    List<PooledGraph> pooled = contraction.pooled();
    List<NodeGraph> levels = contraction.levels();

    Operand<TFloat32> skipped = skipped(here, tree, pooled.get(0));
    Operand<TFloat32> supernodes = convolve(here, contraction.last());
    Operand<TFloat32> nodes = supernodes;
    for (int level = pooled.size() - 1; level >= 0; level--) {
      Operand<TFloat32> decomposition = pooled.get(level).decomposition();
      nodes =
          new GraphUnpooling(settings.skip(), level == 0, apart())
              .apply(
                  here,
                  "unpooling_" + level,
                  level == 0 ? thinned(here, nodes) : nodes,
                  decomposition,
                  level == 0 ? skipped : levels.get(level).nodes(),
                  levels.get(level).mask());
    }
    Map<String, Operand<TFloat32>> measures = new LinkedHashMap<>();
    for (int level = 0; level < pooled.size(); level++) {
      measures.put("assignmentEntropy" + level, pooled.get(level).entropy());
    }
    measures.putAll(WordContribution.measures(tf, tf.math.sub(nodes, skipped), tree));
    return new RelUNetOutput(
        normalize(here, nodes),
        Optional.of(contraction.core(tf)),
        Optional.of(supernodes),
        Optional.of(edges(tf, pooled)),
        measures);
  }

  /** The edges that equation 6 expands; nothing computes them unless an extractor reads them. */
  private static CoreEdges edges(Ops tf, List<PooledGraph> pooled) {
    Operand<TFloat32> decomposition =
        pooled.stream()
            .map(PooledGraph::decomposition)
            .reduce((words, supernodes) -> Batched.product(tf, words, supernodes))
            .orElseThrow();
    return new CoreEdges(decomposition, pooled.get(pooled.size() - 1).graph().adjacency());
  }

  /** What the words' skip connection carries: X, or X + Z W. */
  private Operand<TFloat32> skipped(GraphContext here, NodeGraph tree, PooledGraph pooled) {
    return switch (settings.skipSource()) {
      case INPUT -> tree.nodes();
      case CONVOLVED -> {
        Ops tf = here.tf();
        // W = 0 begins with the network without it; its gradient is not 0, as Z is not
        Operand<TFloat32> projected = // [B, N, d]
            Dense.withoutBias(
                here, "skip_projection", pooled.convolved(), tree.width(), Initializer.zeros());
        Operand<TFloat32> mask = tf.expandDims(tree.mask(), tf.constant(2)); // [B, N, 1]
        yield tf.math.add(tree.nodes(), thinned(here, tf.math.mul(projected, mask)));
      }
    };
  }

  /** What regularises the U-Net's output in training: dropout, and whole sentences left out. */
  private Operand<TFloat32> thinned(GraphContext here, Operand<TFloat32> nodes) {
    return here.omitted(here.dropout(nodes, settings.dropout()), settings.omission());
  }

  private Operand<TFloat32> convolve(GraphContext here, NodeGraph graph) {
    GraphConvolution convolution = settings.convolution();
    Operand<TFloat32> convolved = graph.nodes();
    for (int layer = 0; layer < settings.coreLayers(); layer++) {
      convolved =
          convolution.apply(here, "convolution_" + layer, convolved, graph.neighbourhoods());
    }
    return convolved;
  }

  private boolean apart() {
    return settings.nodeNormalization() == RelUNetSettings.NodeNormalization.PAIR_NORM;
  }

  private static NodeGraph apart(Ops tf, NodeGraph graph) {
    return graph.withNodes(PairNorm.apply(tf, graph.nodes(), graph.mask()));
  }

  /** The tree over normalised vectors, which stay 0 where padded. */
  private NodeGraph normalized(GraphContext here, NodeGraph tree) {
    return switch (settings.inputNormalization()) {
      case NONE -> tree;
      case LAYER_NORM -> {
        Ops tf = here.tf();
        Operand<TFloat32> normal =
            LayerNormalization.apply(here, "input_normalization", tree.nodes());
        Operand<TFloat32> mask = tf.expandDims(tree.mask(), tf.constant(2)); // [B, N, 1]
        yield tree.withNodes(tf.math.mul(normal, mask));
      }
    };
  }

  private Operand<TFloat32> normalize(GraphContext here, Operand<TFloat32> words) {
    return switch (settings.outputNormalization()) {
      case NONE -> words;
      case LAYER_NORM -> LayerNormalization.apply(here, "output_normalization", words);
    };
  }
}
