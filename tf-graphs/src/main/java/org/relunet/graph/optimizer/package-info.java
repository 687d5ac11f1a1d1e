/**
 * How parameters learn: AdamW as graph operations, the learning rate over the steps, and
 * checkpoints from which a training goes on exactly.
 */
package org.relunet.graph.optimizer;
