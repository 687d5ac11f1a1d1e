/**
 * Optimal bipartite matching: the Hungarian algorithm, and a TensorFlow operation that runs it on
 * the host in the middle of a training step.
 */
package org.relunet.graph.assignment;
