package org.relunet.tokenizer.opennlp;

/** How a document becomes sentences. */
public enum SentenceDetection {
  /** OpenNLP's sentence model; a blank line ends a sentence as well. */
  MODEL,
  /** The whole document is one sentence. */
  NONE
}
