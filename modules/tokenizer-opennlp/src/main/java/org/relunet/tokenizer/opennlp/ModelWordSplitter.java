package org.relunet.tokenizer.opennlp;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/**
 * Cuts what white space separates with OpenNLP's token model and the conventions of {@link
 * PennTreebankCuts}. The model looks at nothing beyond the white space, so that the cuts of
 * frequent chunks can be remembered. For one thread.
 */
final class ModelWordSplitter implements WordSplitter {
  /** The model's time grows with the square of a chunk's length, and no word is that long. */
  private static final int LONGEST_CHUNK = 256;

  private static final int REMEMBERED = 20_000;

  private final TokenizerME model;
  private final WhitespaceWordSplitter chunks = new WhitespaceWordSplitter();
  private final Map<String, int[]> remembered =
      new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, int[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  ModelWordSplitter(TokenizerModel model) {
    this.model = new TokenizerME(model);
  }

  @Override
  public void split(String text, int start, int end, Words found) {
    chunks.split(text, start, end, (first, last) -> splitChunk(text, first, last, found));
  }

  private void splitChunk(String text, int start, int end, Words found) {
    int piece = start;
    while (end - piece > LONGEST_CHUNK) {
      int pieceEnd = piece + LONGEST_CHUNK;
      while (pieceEnd < end && !Characters.mayCutBefore(text, pieceEnd)) {
        pieceEnd++;
      }
      piece = splitPiece(text, piece, pieceEnd, found);
    }
    int rest = splitPiece(text, piece, end, found);
    if (rest < end && Characters.anyVisible(text, rest, end)) {
      found.add(rest, end);
    }
  }

  /** Gives the words up to {@code end}, tells where what may not end there begins. */
  private int splitPiece(String text, int start, int end, Words found) {
    int from = start;
    if (end - start <= 2 * LONGEST_CHUNK) {
      for (int cut : remembered.computeIfAbsent(text.substring(start, end), this::cuts)) {
        from = emit(text, from, start + cut, found);
      }
    }
    return emit(text, from, end, found);
  }

  /** A part of format characters only is no word: it goes with what follows. */
  private static int emit(String text, int from, int to, Words found) {
    if (!Characters.anyVisible(text, from, to)) {
      return from;
    }
    found.add(from, to);
    return to;
  }

  private int[] cuts(String chunk) {
    BitSet cuts = new BitSet(chunk.length());
    for (Span part : model.tokenizePos(chunk)) {
      cuts.set(part.getStart());
    }
    PennTreebankCuts.adjust(chunk, cuts);
    return cuts.stream().filter(cut -> Characters.mayCutBefore(chunk, cut)).toArray();
  }
}
