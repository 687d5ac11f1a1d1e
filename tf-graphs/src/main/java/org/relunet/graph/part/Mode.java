package org.relunet.graph.part;

/** What a graph is built for. */
public enum Mode {
  /** With dropout and sampled neighbours; gradients will be taken. */
  TRAINING,
  /** Deterministic. */
  INFERENCE
}
