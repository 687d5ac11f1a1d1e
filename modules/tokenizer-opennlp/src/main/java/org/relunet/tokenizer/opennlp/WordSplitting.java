package org.relunet.tokenizer.opennlp;

/** How a sentence becomes words. */
public enum WordSplitting {
  /** White space, and within it OpenNLP's token model. */
  MODEL,
  /** White space only: for text that is tokenized already. */
  WHITESPACE
}
