package org.relunet.pipeline.message;

/** What becomes one message of the output topic. */
public enum OutputUnit {
  /** A triple; a document without triples gives nothing. */
  TRIPLE,
  /** A document with all its triples, and if it has none. */
  DOCUMENT,
  /** A fact: the triples of a document that say the same. */
  FACT
}
