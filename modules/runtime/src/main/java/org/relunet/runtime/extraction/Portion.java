package org.relunet.runtime.extraction;

import java.util.LinkedHashMap;
import java.util.Map;

/** What documents have of a portion that goes through the network, and so of its time. */
final class Portion {
  private final Map<DocumentClock, Integer> wordsOf = new LinkedHashMap<>();
  private final long started = System.nanoTime();
  private int words;

  void add(DocumentClock document, int more) {
    wordsOf.merge(document, more, Integer::sum);
    words += more;
  }

  /**
   * Thread-safe once all are added.
   *
   * @throws org.relunet.runtime.DocumentTimeException if a document has taken too long by now
   */
  void check() {
    double seconds = seconds();
    wordsOf.forEach((document, own) -> document.checkWith(seconds * own / words));
  }

  /** Each document has taken its share. */
  void end() {
    double seconds = seconds();
    wordsOf.forEach((document, own) -> document.add(seconds * own / words));
  }

  private double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }
}
