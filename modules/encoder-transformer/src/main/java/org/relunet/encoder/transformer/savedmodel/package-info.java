/** Weights in TensorFlow's own format: the variables of a SavedModel. */
package org.relunet.encoder.transformer.savedmodel;
