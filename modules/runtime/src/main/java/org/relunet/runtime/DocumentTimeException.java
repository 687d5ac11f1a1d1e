package org.relunet.runtime;

/** One of several documents took longer than a document may; the others are not to blame. */
public final class DocumentTimeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int document;

  /**
   * @param document its index among the documents that were given
   * @param characters of its text
   * @param seconds that it may take
   */
  public DocumentTimeException(int document, int characters, double seconds) {
    super(
        "the document of %d characters took more than the %s seconds of extraction.document-seconds"
            .formatted(characters, seconds));
    this.document = document;
  }

  /** Index among the documents that were given. */
  public int document() {
    return document;
  }
}
