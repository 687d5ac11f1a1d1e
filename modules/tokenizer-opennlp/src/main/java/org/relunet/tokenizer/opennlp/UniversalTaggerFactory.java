package org.relunet.tokenizer.opennlp;

import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSTaggerFactory;

/**
 * Tells OpenNLP to look at words as {@link TagContexts} does, in training and in tagging. A model
 * file holds this class's name: it may not be renamed.
 */
public final class UniversalTaggerFactory extends POSTaggerFactory {
  @Override
  public POSContextGenerator getPOSContextGenerator() {
    return new TagContexts();
  }

  @Override
  public POSContextGenerator getPOSContextGenerator(int cacheSize) {
    return new TagContexts();
  }
}
