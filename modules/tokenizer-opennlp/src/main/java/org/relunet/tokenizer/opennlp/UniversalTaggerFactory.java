package org.relunet.tokenizer.opennlp;

import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSTaggerFactory;
import opennlp.tools.util.ext.ExtensionLoader;

/**
 * Tells OpenNLP to look at words as {@link TagContexts} does, in training and in tagging. A model
 * file holds this class's name: it may not be renamed.
 */
public final class UniversalTaggerFactory extends POSTaggerFactory {
  static {
    // OpenNLP makes objects of classes in its own packages alone, unless another is named
    ExtensionLoader.registerAllowedPackage(UniversalTaggerFactory.class.getPackageName());
  }

  /** Lets OpenNLP make this class where a model names it: to be called before one is read. */
  static void allow() {
    // the class's initialisation did it
  }

  @Override
  public POSContextGenerator getPOSContextGenerator() {
    return new TagContexts();
  }

  @Override
  public POSContextGenerator getPOSContextGenerator(int cacheSize) {
    return new TagContexts();
  }
}
