/**
 * Where the parameters of a transformer come from. Layers go by their names in PyTorch's BERT
 * ({@code encoder.layer.0.attention.self.query}); each source translates them to the names and
 * layout that its files use.
 */
package org.relunet.encoder.transformer.weight;
