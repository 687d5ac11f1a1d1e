package org.relunet.pipeline.record;

import java.io.Serializable;

/** What a record turned out to be. */
public sealed interface Decoded extends Serializable {
  /** A document. */
  record Accepted(LocatedDocument document) implements Decoded {}

  /** No document. */
  record Rejected(DeadLetter letter) implements Decoded {}

  /** A blank line between JSON objects: nothing. */
  record Blank() implements Decoded {}
}
