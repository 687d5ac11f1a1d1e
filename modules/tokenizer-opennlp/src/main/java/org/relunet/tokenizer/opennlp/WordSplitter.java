package org.relunet.tokenizer.opennlp;

/** Finds the words of a stretch of text. */
interface WordSplitter {
  /** Takes what is found. */
  interface Words {
    void add(int start, int end);
  }

  /**
   * Gives {@code found} the words of {@code text[start, end)}, in order, in offsets of the text.
   */
  void split(String text, int start, int end, Words found);
}
