package org.relunet.graph.pooling;

/** What the MLPs of an assignment read. */
public enum AssignmentInput {
  /** Z, the graph convolution of the nodes. */
  CONVOLVED,
  /** Z with a mean of 0 and a deviation of 1 over the nodes of each graph. */
  STANDARDISED
}
