package org.relunet.api.plugin;

import java.util.List;
import java.util.SortedMap;

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

  /**
   * The sentence's pieces, special ones included, with the word that each belongs to. A word has a
   * bounded number of them, however long it is: it must not crowd out what stands beside it.
   */
  PieceSequence pieces(List<String> words);

  /**
   * How {@link #pieces} cuts, as files for readers of a stored model who do not have this plugin:
   * content by name, a plain file name. A file that Hugging Face's tokenizers library reads is
   * named {@code tokenizer.json}. The same bytes every time: a stored model is compared with them.
   */
  SortedMap<String, byte[]> tokenizerFiles();
}
