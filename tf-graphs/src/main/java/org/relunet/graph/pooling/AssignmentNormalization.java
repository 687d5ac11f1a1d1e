package org.relunet.graph.pooling;

/** The axis over which the softmax of the assignment matrix runs. */
public enum AssignmentNormalization {
  /** Over the nodes: each column of S sums to 1. The paper's words. */
  NODES,
  /** Over the clusters: each row of S sums to 1. MinCut pooling's own (Bianchi et al. 2020). */
  CLUSTERS
}
