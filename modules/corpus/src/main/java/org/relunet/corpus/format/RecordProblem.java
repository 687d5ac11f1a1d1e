package org.relunet.corpus.format;

/** A record that does not have its format's shape. The message says what and how to mend it. */
final class RecordProblem extends Exception {
  private static final long serialVersionUID = 1L;

  RecordProblem(String message) {
    super(message);
  }

  private RecordProblem(String message, RecordProblem cause) {
    super(message, cause);
  }

  /** Something that stands within a larger thing. */
  interface Part<T> {
    T read() throws RecordProblem;
  }

  /**
   * Reads a part.
   *
   * @param place names it in the messages of its problems
   */
  static <T> T at(String place, Part<T> part) throws RecordProblem {
    try {
      return part.read();
    } catch (RecordProblem problem) {
      throw new RecordProblem(place + ": " + problem.getMessage(), problem);
    }
  }
}
