package org.relunet.graph.parameter;

/** Who changes a parameter, and how. */
public enum ParameterKind {
  /** Never trained: as its initializer gave it. */
  FROZEN,
  /** Trained at the encoder's learning rate, which may fall from layer to layer. */
  ENCODER,
  /** Trained at the learning rate of everything else. */
  HEAD
}
