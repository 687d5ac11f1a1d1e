package org.relunet.pipeline.message;

import org.relunet.api.text.Document;

/** What a message turned out to be. */
public sealed interface Reading {
  /** A document. */
  record Accepted(Document document) implements Reading {}

  /** No document. */
  record Rejected(MessageFailure failure) implements Reading {}
}
