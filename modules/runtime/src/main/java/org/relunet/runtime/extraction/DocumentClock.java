package org.relunet.runtime.extraction;

import org.relunet.api.text.Document;
import org.relunet.runtime.DocumentTimeException;

/**
 * The time that a document takes: its own where it is read alone, and its share where several are
 * read together. For one thread, but {@link #checkWith} for several.
 */
final class DocumentClock {
  private static final double NANOS = 1e9;

  private final int index;
  private final Document document;
  private final double limitSeconds;
  private long started;
  private double seconds;

  /**
   * @param index of the document among those of a call
   * @param limitSeconds 0: no limit
   */
  DocumentClock(int index, Document document, double limitSeconds) {
    this.index = index;
    this.document = document;
    this.limitSeconds = limitSeconds;
  }

  /** The document has the time from now on for itself. */
  void start() {
    started = System.nanoTime();
  }

  /**
   * What passes from now on is not the document's own.
   *
   * @throws DocumentTimeException if it has taken too long
   */
  void stop() {
    add((System.nanoTime() - started) / NANOS);
  }

  /** As {@link #stop}, for time that it shared with others. */
  void add(double more) {
    seconds += more;
    checkWith(0);
  }

  /**
   * @param more seconds that are not added yet
   * @throws DocumentTimeException if it has taken too long together with these
   */
  void checkWith(double more) {
    if (limitSeconds > 0 && seconds + more > limitSeconds) {
      throw new DocumentTimeException(index, document.text().length(), limitSeconds);
    }
  }
}
