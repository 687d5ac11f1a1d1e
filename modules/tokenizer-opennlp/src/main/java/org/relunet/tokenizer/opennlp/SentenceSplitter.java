package org.relunet.tokenizer.opennlp;

/** Finds the sentences of a text. */
interface SentenceSplitter {
  /** Takes what is found. */
  interface Stretches {
    void add(int start, int end);
  }

  /** Gives {@code found} stretches of the text, in order, that together hold all visible of it. */
  void split(String text, Stretches found);
}
