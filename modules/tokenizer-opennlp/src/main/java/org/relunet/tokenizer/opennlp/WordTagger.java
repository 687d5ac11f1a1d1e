package org.relunet.tokenizer.opennlp;

import java.util.List;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;

/**
 * Assigns universal parts of speech, left to right, the best tag at each word given the tags before
 * it. Takes time linear in the length of the sentence, which OpenNLP's beam search does not. For
 * one thread.
 */
public final class WordTagger {
  /** Name of the classifier within OpenNLP's model file. */
  private static final String CLASSIFIER = "pos.model";

  private static final Object[] NOTHING_MORE = {};

  private final MaxentModel model;
  private final POSContextGenerator contexts;
  private final double[] scores;

  /**
   * @param model a part-of-speech model of OpenNLP, over single decisions
   */
  public WordTagger(POSModel model) {
    this.model = model.getArtifact(CLASSIFIER);
    contexts = model.getFactory().getPOSContextGenerator();
    scores = new double[this.model.getNumOutcomes()];
  }

  /** The words' tags. */
  public String[] tag(List<String> words) {
    String[] sequence = words.toArray(String[]::new);
    String[] tags = new String[sequence.length];
    for (int i = 0; i < sequence.length; i++) {
      String[] context = contexts.getContext(i, sequence, tags, NOTHING_MORE);
      tags[i] = model.getBestOutcome(model.eval(context, scores));
    }
    return tags;
  }
}
