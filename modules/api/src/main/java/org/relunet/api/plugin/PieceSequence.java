package org.relunet.api.plugin;

/**
 * A sentence of N words cut into L pieces. The arrays are not copied: treat them as read-only.
 *
 * @param ids vocabulary index of each piece, length L
 * @param wordOfPiece index of the word that each piece belongs to, {@link #NO_WORD} for special
 *     pieces; ascending over the others; length L
 * @param wordCount N; a word may have no piece (a lone control character, say)
 */
public record PieceSequence(int[] ids, int[] wordOfPiece, int wordCount) {
  /** Marks a piece that belongs to no word. */
  public static final int NO_WORD = -1;

  public PieceSequence {
    if (ids.length != wordOfPiece.length) {
      throw new IllegalArgumentException(
          ids.length + " pieces but " + wordOfPiece.length + " words of pieces");
    }
    int reached = 0;
    for (int word : wordOfPiece) {
      if (word != NO_WORD && (word < reached || word >= wordCount)) {
        throw new IllegalArgumentException(
            "word " + word + " of a piece is out of order or not one of " + wordCount);
      }
      reached = Math.max(reached, word);
    }
  }

  /** L. */
  public int length() {
    return ids.length;
  }
}
