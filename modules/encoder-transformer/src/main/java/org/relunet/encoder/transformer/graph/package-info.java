/**
 * BERT and RoBERTa as parts of a TensorFlow graph, a class a layer.
 *
 * <p>Hidden states are kept flat, [B*L, d], so that every dense layer is one plain matrix product
 * with a bias, which TensorFlow fuses into one kernel. Letters: B batch, L pieces (padded), N words
 * (padded), d width, h heads, k = d / h, f intermediate width.
 */
package org.relunet.encoder.transformer.graph;
