package org.relunet.network;

import org.relunet.graph.part.Feeds;

/**
 * What encoder and U-Net made of a batch: all that its extractor needs, to run that alone.
 *
 * @param sentences of the batch
 * @param feeds the network's inputs, and what the extractor reads in place of its being computed
 */
public record ReadWords(int sentences, Feeds feeds) implements AutoCloseable {
  @Override
  public void close() {
    feeds.close();
  }
}
