package org.relunet.training;

/** Whose relations and types of entities are learned by a training that begins with a model. */
public enum StartSchema {
  /** The model's, and behind them those of the data that are new to it. */
  PARENT,
  /** The data's alone: parameters that have other shapes for these begin anew. */
  DATA
}
