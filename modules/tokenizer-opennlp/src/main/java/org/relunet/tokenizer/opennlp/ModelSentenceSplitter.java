package org.relunet.tokenizer.opennlp;

import opennlp.tools.sentdetect.SentenceModel;

/**
 * Ends sentences at blank lines, where {@link BoundaryRules} say so, and where they say nothing as
 * OpenNLP's sentence model does. Takes time linear in the text. For one thread.
 */
final class ModelSentenceSplitter implements SentenceSplitter {
  private static final int LONGEST_HOST = 255;

  private final SentenceEndModel model;
  private final BoundaryRules rules;
  private final Abbreviations abbreviations;

  ModelSentenceSplitter(SentenceModel model, Abbreviations abbreviations) {
    this.model = new SentenceEndModel(model);
    this.abbreviations = abbreviations;
    rules = new BoundaryRules(abbreviations);
  }

  @Override
  public void split(String text, Stretches found) {
    Paragraphs.forEach(text, (start, end) -> splitParagraph(text, start, end, found));
  }

  private void splitParagraph(String text, int start, int end, Stretches found) {
    Chunks chunks = new Chunks(text, start, end);
    Stretch before = new Stretch(text, start, start);
    int from = start;
    boolean more = chunks.next();
    while (more) {
      Stretch chunk = chunks.current();
      int glued = GluedSentences.boundary(chunk, abbreviations);
      if (glued > 0) {
        found.add(from, glued);
        from = glued;
      }
      more = chunks.next();
      Stretch after = chunks.current();
      if (more && ends(before, chunk, after)) {
        found.add(from, after.start());
        from = after.start();
      }
      before = chunk;
    }
    found.add(from, end);
  }

  private boolean ends(Stretch before, Stretch chunk, Stretch after) {
    String text = chunk.text();
    int tail = SentenceTail.start(text, chunk.start(), chunk.end());
    if (tail > chunk.start() && model.isMark(text.charAt(tail - 1))) {
      return rules
          .ends(text, chunk.start(), tail, after.start())
          .orElseGet(
              () -> modelEnds(before, chunk, tail, SentenceTail.ordinaryEnd(chunk, tail), after));
    }
    // an address may end a line, and so a sentence, without a mark
    int mark = lastMark(chunk);
    return mark > 0
        && WholeWords.isAddress(text, chunk.start(), chunk.end())
        && !rules.forbid(text, after.start())
        && modelEnds(before, chunk, mark, chunk.end(), after);
  }

  private boolean modelEnds(Stretch before, Stretch chunk, int mark, int end, Stretch after) {
    String text = chunk.text();
    return model.ends(
        before, new Stretch(text, chunk.start(), mark), new Stretch(text, mark, end), after);
  }

  private int lastMark(Stretch chunk) {
    for (int at = chunk.end(); at > Math.max(chunk.start(), chunk.end() - LONGEST_HOST); at--) {
      if (model.isMark(chunk.text().charAt(at - 1))) {
        return at;
      }
    }
    return 0;
  }
}
