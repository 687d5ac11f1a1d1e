package org.relunet.pipeline.message;

/** How far a message came, in the words of Kafka Connect's stages. */
public enum MessageStage {
  /** It is no document. */
  VALUE_CONVERTER,
  /** No triples could be extracted from the document. */
  TRANSFORMATION,
  /** The triples could not be written. */
  TASK_PUT
}
