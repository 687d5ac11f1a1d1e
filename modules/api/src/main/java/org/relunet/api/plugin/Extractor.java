package org.relunet.api.plugin;

import org.relunet.api.triple.RelationSchema;

/**
 * Finds triples from word vectors: what is known of it apart from tensors. Labels, loss and
 * decoding stand with its part of the network's graph. Thread-safe.
 */
public interface Extractor {
  /** The relations that it can find, in the order of its output units. */
  RelationSchema schema();
}
