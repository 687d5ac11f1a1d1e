package org.relunet.tokenizer.opennlp;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/**
 * Where words begin within what white space separates: classes of characters decide ({@link
 * MarkCuts}), then OpenNLP's token model on what is between, then the conventions of {@link
 * PennTreebankCuts}. What stands on the other side of white space does not matter, so that the cuts
 * of frequent chunks can be remembered. For one thread.
 */
final class WordCuts {
  private static final int REMEMBERED = 20_000;

  private final TokenizerME model;
  private final Abbreviations abbreviations;
  private final Map<String, int[]> remembered =
      new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, int[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  WordCuts(TokenizerModel model, Abbreviations abbreviations) {
    this.model = new TokenizerME(model);
    this.abbreviations = abbreviations;
  }

  /**
   * Offsets at which words begin, ascending, without 0.
   *
   * @param chunk without white space; takes time that grows with the square of its length
   */
  int[] of(String chunk) {
    return remembered.computeIfAbsent(chunk, this::find);
  }

  private int[] find(String chunk) {
    if (WholeWords.isSmiley(chunk, 0, chunk.length())) {
      return new int[0];
    }
    BitSet cuts = MarkCuts.of(chunk);
    int start = 0;
    while (start < chunk.length()) {
      int next = cuts.nextSetBit(start + 1);
      int end = next < 0 ? chunk.length() : next;
      cutPart(chunk.substring(start, end), start, cuts);
      start = end;
    }
    MarkCuts.join(chunk, cuts);
    keepStops(chunk, cuts);
    cuts.clear(0);
    return cuts.stream().filter(cut -> Characters.mayCutBefore(chunk, cut)).toArray();
  }

  private void cutPart(String part, int offset, BitSet cuts) {
    if (part.length() == 1) {
      return;
    }
    BitSet own = new BitSet(part.length());
    for (Span word : model.tokenizePos(part)) {
      own.set(word.getStart());
    }
    PennTreebankCuts.adjust(part, own);
    own.stream().forEach(cut -> cuts.set(offset + cut));
  }

  /** "Inc.", not "Inc" and ".". */
  private void keepStops(String chunk, BitSet cuts) {
    int start = 0;
    for (int at = cuts.nextSetBit(1); at > 0; at = cuts.nextSetBit(at + 1)) {
      if (chunk.charAt(at) == '.') {
        int behind = cuts.nextSetBit(at + 1);
        boolean alone = behind == at + 1 || at + 1 == chunk.length();
        if (alone && abbreviations.kind(chunk.substring(start, at + 1)).isPresent()) {
          cuts.clear(at);
        }
      }
      start = at;
    }
  }
}
