package org.relunet.graph.convolution;

/** How GraphSAGE averages a node's neighbours. */
public enum Aggregator {
  /** Weighted by the edges, the weights renormalised over the sampled neighbours. */
  WEIGHTED_MEAN,
  /** All sampled neighbours alike. */
  MEAN
}
