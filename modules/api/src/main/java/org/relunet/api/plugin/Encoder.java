package org.relunet.api.plugin;

import java.util.List;

/**
 * Turns words into contextual vectors: the host's half, which cuts words into pieces. The other
 * half is a part of the network's graph. Thread-safe.
 */
public interface Encoder {
  /** d: the length of a word's vector. */
  int width();

  /** The most pieces a sentence may have, special ones included. */
  int maximumPieces();

  /** The files it was made of. */
  PretrainedBase base();

  /** The sentence's pieces, special ones included, with the word that each belongs to. */
  PieceSequence pieces(List<String> words);
}
