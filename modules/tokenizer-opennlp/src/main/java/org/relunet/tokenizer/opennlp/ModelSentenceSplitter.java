package org.relunet.tokenizer.opennlp;

import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/** Ends sentences where OpenNLP's sentence model says, and at blank lines. For one thread. */
final class ModelSentenceSplitter implements SentenceSplitter {
  private final SentenceDetectorME detector;
  private final FalseBoundaries falseBoundaries;

  ModelSentenceSplitter(SentenceModel model, FalseBoundaries falseBoundaries) {
    detector = new SentenceDetectorME(model);
    this.falseBoundaries = falseBoundaries;
  }

  @Override
  public void split(String text, Stretches found) {
    Paragraphs.forEach(text, (start, end) -> splitParagraph(text, start, end, found));
  }

  private void splitParagraph(String text, int start, int end, Stretches found) {
    int from = start;
    // only where sentences begin is taken from the model, so that no character gets lost
    for (Span sentence : detector.sentPosDetect(text.substring(start, end))) {
      int begin = start + sentence.getStart();
      if (begin > from && !falseBoundaries.contains(text, from, trim(text, from, begin), begin)) {
        found.add(from, begin);
        from = begin;
      }
    }
    found.add(from, end);
  }

  private static int trim(String text, int start, int end) {
    int at = end;
    while (at > start && Characters.separates(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
