package org.relunet.runtime.extraction;

import org.relunet.api.plugin.PieceSequence;

/** How many pieces the words of a sentence take. */
final class PieceCounts {
  private final int special;

  /** Pieces of the words before each, and of all at the end. */
  private final int[] before;

  private PieceCounts(int special, int[] before) {
    this.special = special;
    this.before = before;
  }

  static PieceCounts of(PieceSequence pieces) {
    int[] before = new int[pieces.wordCount() + 1];
    int special = 0;
    for (int word : pieces.wordOfPiece()) {
      if (word == PieceSequence.NO_WORD) {
        special++;
      } else {
        before[word + 1]++;
      }
    }
    for (int word = 0; word < pieces.wordCount(); word++) {
      before[word + 1] += before[word];
    }
    return new PieceCounts(special, before);
  }

  /**
   * How many words from a given one on fit into a sequence.
   *
   * @param most words asked for
   * @param pieces of the sequence, special ones included
   * @return at least 1, even if that one does not fit
   */
  int wordsThatFit(int start, int most, int pieces) {
    int words = 1;
    while (words < most && special + before[start + words + 1] - before[start] <= pieces) {
      words++;
    }
    return words;
  }
}
