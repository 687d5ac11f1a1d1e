package org.relunet.tokenizer.opennlp;

import java.util.Set;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.sentdetect.SDContextGenerator;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.StringList;

/**
 * Asks OpenNLP's sentence model about one mark at a time. The model sees what stands between white
 * space before, around and behind the mark; it is shown no more than that, and of each no more than
 * a few characters, so that an answer takes the same time in any text. (OpenNLP's own loop looks
 * from each mark to the end of what white space separates.) For one thread.
 */
final class SentenceEndModel {
  /** Longer than any word; what is cut off is said by none of the model's features. */
  private static final int SEEN = 64;

  private final MaxentModel model;
  private final SDContextGenerator contexts;
  private final Dictionary abbreviations;
  private final Set<Character> marks;

  SentenceEndModel(SentenceModel model) {
    this.model = model.getMaxentModel();
    contexts = model.getFactory().getSDContextGenerator();
    abbreviations = model.getAbbreviations();
    marks = model.getFactory().getEndOfSentenceScanner().getEOSCharacters();
  }

  /** Whether the model knows the character as one that may end a sentence. */
  boolean isMark(char c) {
    return marks.contains(c);
  }

  /**
   * Whether a sentence ends with a mark.
   *
   * @param before what stands before, between white space; empty where nothing does
   * @param word what the mark is the end of
   * @param closers quotation marks and brackets behind it
   * @param after what follows between white space
   */
  boolean ends(Stretch before, Stretch word, Stretch closers, Stretch after) {
    StringBuilder shown = new StringBuilder();
    before.appendEnd(shown, SEEN);
    if (!shown.isEmpty()) {
      shown.append(' ');
    }
    word.appendEnd(shown, SEEN);
    int mark = shown.length() - 1;
    if (isAbbreviation(shown.substring(shown.lastIndexOf(" ") + 1))) {
      return false;
    }
    closers.appendStart(shown, SEEN);
    shown.append(' ');
    after.appendStart(shown, SEEN);
    double[] scores = model.eval(contexts.getContext(shown, mark));
    return model.getBestOutcome(scores).equals(SentenceDetectorME.SPLIT);
  }

  /** A model may bring a list of its own. */
  private boolean isAbbreviation(String word) {
    return abbreviations != null && abbreviations.contains(new StringList(word));
  }
}
